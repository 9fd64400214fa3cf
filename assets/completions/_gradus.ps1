
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'gradus' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'gradus'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'gradus' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print the version, and those of the shipped rubrics')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print the version, and those of the shipped rubrics')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Make an assessment and print its path')
            [CompletionResult]::new('ask', 'ask', [CompletionResultType]::ParameterValue, 'Answer question by question; without FILE the assessment changed last')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the assessments on this computer')
            [CompletionResult]::new('demo', 'demo', [CompletionResultType]::ParameterValue, 'Look at a complete sample assessment; nothing is written')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completion script of a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page')
            [CompletionResult]::new('answer', 'answer', [CompletionResultType]::ParameterValue, 'Record answers')
            [CompletionResult]::new('merge', 'merge', [CompletionResultType]::ParameterValue, 'Merge files into one and list where they disagree')
            [CompletionResult]::new('plan', 'plan', [CompletionResultType]::ParameterValue, 'Print the plan')
            [CompletionResult]::new('vote', 'vote', [CompletionResultType]::ParameterValue, 'Record a rater''s votes')
            [CompletionResult]::new('agree', 'agree', [CompletionResultType]::ParameterValue, 'Record the agreed levels')
            [CompletionResult]::new('room', 'room', [CompletionResultType]::ParameterValue, 'Print votes, disagreement and agreed levels')
            [CompletionResult]::new('compare', 'compare', [CompletionResultType]::ParameterValue, 'Compare two or more assessments')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Print the result')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check whether assessment and rubric files are intact; changes nothing')
            [CompletionResult]::new('log', 'log', [CompletionResultType]::ParameterValue, 'List every change: who, when, from what to what')
            [CompletionResult]::new('cohort', 'cohort', [CompletionResultType]::ParameterValue, 'Pool many organisations: means, quantiles and levels, without exposing any of them')
            [CompletionResult]::new('collect', 'collect', [CompletionResultType]::ParameterValue, 'Pack many assessments into one file, final answers only')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Write a report: HTML, Excel, Markdown, CSV or JSON')
            [CompletionResult]::new('form', 'form', [CompletionResultType]::ParameterValue, 'Write the questionnaire, to fill in on paper or in Excel')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Import a filled table; shows first what would change')
            [CompletionResult]::new('rubric', 'rubric', [CompletionResultType]::ParameterValue, 'List, show, check, start and preview rubrics')
            break
        }
        'gradus;new' {
            [CompletionResult]::new('--subject', '--subject', [CompletionResultType]::ParameterName, 'Who is assessed, such as the organisation''s name')
            [CompletionResult]::new('--rubric', '--rubric', [CompletionResultType]::ParameterName, 'The rubric, default icp')
            [CompletionResult]::new('--mode', '--mode', [CompletionResultType]::ParameterName, 'How it is held: self, workshop or interview')
            [CompletionResult]::new('--depth', '--depth', [CompletionResultType]::ParameterName, 'How many questions: quick or full')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'The new file; an existing one is never overwritten')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'The new file; an existing one is never overwritten')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;ask' {
            [CompletionResult]::new('--rater', '--rater', [CompletionResultType]::ParameterName, 'Who votes; a new name is added')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Plain lines, for screen readers, simple terminals and pipes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;list' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Plain lines, for screen readers, simple terminals and pipes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;demo' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Plain lines, for screen readers, simple terminals and pipes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;completions' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;man' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;answer' {
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'A note on a question; may be repeated')
            [CompletionResult]::new('--evidence', '--evidence', [CompletionResultType]::ParameterName, 'Evidence for a question, KIND is statement, document or record; may be repeated')
            [CompletionResult]::new('--confidence', '--confidence', [CompletionResultType]::ParameterName, 'How sure an answer is: sure, likely or guess; may be repeated')
            [CompletionResult]::new('--rating', '--rating', [CompletionResultType]::ParameterName, 'The interviewer''s own level for a question; clear takes it back; may be repeated')
            [CompletionResult]::new('--said-by', '--said-by', [CompletionResultType]::ParameterName, 'Who gave these answers')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Who gives the answers')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;merge' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'The merged file; an existing one is replaced only with --force')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'The merged file; an existing one is replaced only with --force')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file named by -o')
            [CompletionResult]::new('--across-versions', '--across-versions', [CompletionResultType]::ParameterName, 'Merge different versions of a rubric under the newer one')
            [CompletionResult]::new('--into-new', '--into-new', [CompletionResultType]::ParameterName, 'Make a new assessment from ones that were started separately')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;plan' {
            [CompletionResult]::new('--capacity', '--capacity', [CompletionResultType]::ParameterName, 'Effort points per wave, 1 to 1000, default 8')
            [CompletionResult]::new('--target', '--target', [CompletionResultType]::ParameterName, 'The target of an area, such as R3=3, or a preset of the rubric, or with a benchmark upper-quartile; for this printout only')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON')
            [CompletionResult]::new('--md', '--md', [CompletionResultType]::ParameterName, 'Print Markdown')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Plain lines, for screen readers, simple terminals and pipes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;vote' {
            [CompletionResult]::new('--rater', '--rater', [CompletionResultType]::ParameterName, 'Who votes; a new name is added')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'What the rater does in the organisation')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Read in a self-assessment of the same rubric as votes')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;agree' {
            [CompletionResult]::new('--method', '--method', [CompletionResultType]::ParameterName, 'How: consensus, low_median (default), facilitator (say why) or defer')
            [CompletionResult]::new('--why', '--why', [CompletionResultType]::ParameterName, 'Why')
            [CompletionResult]::new('--statement', '--statement', [CompletionResultType]::ParameterName, 'A statement for the record, unsigned; may be repeated')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Who gives the answers')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;room' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;compare' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;show' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Plain lines, for screen readers, simple terminals and pipes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;check' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;log' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;cohort' {
            [CompletionResult]::new('--rubric', '--rubric', [CompletionResultType]::ParameterName, 'Only assessments of this rubric; default is the one used most')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, 'Only assessments of this period, such as 2026, 2026-H1, 2025-H2..2026-H1')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'How many threads, by default one per core; the result is the same')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Groups: sector, size or both')
            [CompletionResult]::new('--k', '--k', [CompletionResultType]::ParameterName, 'Hide numbers of fewer organisations than this; 3 to 1000, default 5, use 10 for publication')
            [CompletionResult]::new('--position', '--position', [CompletionResultType]::ParameterName, 'Also show where this assessment stands among them')
            [CompletionResult]::new('--save-benchmark', '--save-benchmark', [CompletionResultType]::ParameterName, 'Write the cut points to a benchmark file to share; it holds no single organisation''s data')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('--internal', '--internal', [CompletionResultType]::ParameterName, 'Show every number, nothing hidden or cut; for internal use only')
            [CompletionResult]::new('--reliability', '--reliability', [CompletionResultType]::ParameterName, 'Check the rubric itself: which questions to revise, and how')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace an existing benchmark file')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON')
            [CompletionResult]::new('--md', '--md', [CompletionResultType]::ParameterName, 'Print Markdown')
            [CompletionResult]::new('--html', '--html', [CompletionResultType]::ParameterName, 'Print a web page')
            [CompletionResult]::new('--csv', '--csv', [CompletionResultType]::ParameterName, 'Print CSV')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;collect' {
            [CompletionResult]::new('--rubric', '--rubric', [CompletionResultType]::ParameterName, 'Only assessments of this rubric; default is the one used most')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, 'Only assessments of this period, such as 2026, 2026-H1, 2025-H2..2026-H1')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'How many threads, by default one per core; the result is the same')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'The packed file, such as cohort.jsonl; an existing one is replaced only with --force')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'The packed file, such as cohort.jsonl; an existing one is replaced only with --force')
            [CompletionResult]::new('--with', '--with', [CompletionResultType]::ParameterName, 'Also pack names of organisations, notes, evidence, votes of workshops; none of it otherwise')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file named by -o')
            [CompletionResult]::new('--flat', '--flat', [CompletionResultType]::ParameterName, 'One row per answer, for databases; CSV or JSONL by the end of the name')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;report' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'md, html, xlsx, csv or json; default by the end of the -o name')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'The file to write; default is standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'The file to write; default is standard output')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'An earlier assessment to compare with')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file named by -o')
            [CompletionResult]::new('--summary', '--summary', [CompletionResultType]::ParameterName, 'Only the summary, without the single answers')
            [CompletionResult]::new('--no-names', '--no-names', [CompletionResultType]::ParameterName, 'Leave out names; notes and evidence stay as written')
            [CompletionResult]::new('--long', '--long', [CompletionResultType]::ParameterName, 'CSV: one row per entry of the history')
            [CompletionResult]::new('--steps', '--steps', [CompletionResultType]::ParameterName, 'CSV: one row per step of the plan')
            [CompletionResult]::new('--csv-raw', '--csv-raw', [CompletionResultType]::ParameterName, 'CSV: without the quote that keeps text from being a formula; for programs, not for spreadsheets')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;form' {
            [CompletionResult]::new('--rubric', '--rubric', [CompletionResultType]::ParameterName, 'The rubric, default icp')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'md, html or xlsx; default by the end of the -o name')
            [CompletionResult]::new('--depth', '--depth', [CompletionResultType]::ParameterName, 'How many questions: quick or full')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'The file to write; default is standard output')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'The file to write; default is standard output')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('--bilingual', '--bilingual', [CompletionResultType]::ParameterName, 'Both languages side by side')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file named by -o')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;import' {
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Who gives the answers')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Import without asking')
            [CompletionResult]::new('--partial', '--partial', [CompletionResultType]::ParameterName, 'Import the rest when some rows cannot be understood')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;rubric' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the shipped rubrics and your own')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Print what a rubric asks')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check a rubric file: errors and warnings')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Write a small rubric with explanations and print its path')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema of the format')
            [CompletionResult]::new('preview', 'preview', [CompletionResultType]::ParameterValue, 'See a rubric file as it will be asked; no answer is recorded')
            break
        }
        'gradus;rubric;list' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;rubric;show' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;rubric;check' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;rubric;new' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;rubric;schema' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
        'gradus;rubric;preview' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder for assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG; default: the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Compare with a benchmark file and show where the result stands')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('--mouse', '--mouse', [CompletionResultType]::ParameterName, 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)')
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
