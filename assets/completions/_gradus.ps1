
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
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print the version and those of the shipped rubrics')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print the version and those of the shipped rubrics')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Make an assessment and print its path')
            [CompletionResult]::new('ask', 'ask', [CompletionResultType]::ParameterValue, 'Answer question by question; without FILE the assessment changed last')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the assessments of this computer')
            [CompletionResult]::new('demo', 'demo', [CompletionResultType]::ParameterValue, 'Look at a complete sample assessment; nothing is written')
            [CompletionResult]::new('completions', 'completions', [CompletionResultType]::ParameterValue, 'Print the completions for a shell')
            [CompletionResult]::new('man', 'man', [CompletionResultType]::ParameterValue, 'Print the manual page')
            [CompletionResult]::new('answer', 'answer', [CompletionResultType]::ParameterValue, 'Record answers')
            [CompletionResult]::new('merge', 'merge', [CompletionResultType]::ParameterValue, 'Unite files into one and list what they disagree about')
            [CompletionResult]::new('plan', 'plan', [CompletionResultType]::ParameterValue, 'Print the plan')
            [CompletionResult]::new('vote', 'vote', [CompletionResultType]::ParameterValue, 'Record a rater''s votes')
            [CompletionResult]::new('agree', 'agree', [CompletionResultType]::ParameterValue, 'Record what was agreed on')
            [CompletionResult]::new('room', 'room', [CompletionResultType]::ParameterValue, 'Print votes, disagreement and what was agreed on')
            [CompletionResult]::new('compare', 'compare', [CompletionResultType]::ParameterValue, 'Print what has changed between assessments')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Print the result')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Say whether assessments and rubrics are whole; nothing is written')
            [CompletionResult]::new('log', 'log', [CompletionResultType]::ParameterValue, 'List every change: who, when, from what to what')
            [CompletionResult]::new('cohort', 'cohort', [CompletionResultType]::ParameterValue, 'Pool many organisations: means, quantiles and levels, without exposing anybody')
            [CompletionResult]::new('collect', 'collect', [CompletionResultType]::ParameterValue, 'Pack many assessments into one file, final answers only')
            [CompletionResult]::new('report', 'report', [CompletionResultType]::ParameterValue, 'Write a report: HTML, Excel, Markdown, CSV or JSON')
            [CompletionResult]::new('form', 'form', [CompletionResultType]::ParameterValue, 'Write the questionnaire to be filled in on paper or in Excel')
            [CompletionResult]::new('import', 'import', [CompletionResultType]::ParameterValue, 'Bring in a filled table; shows first what it would change')
            [CompletionResult]::new('rubric', 'rubric', [CompletionResultType]::ParameterValue, 'Look at rubrics, check, begin and preview them')
            break
        }
        'gradus;new' {
            [CompletionResult]::new('--subject', '--subject', [CompletionResultType]::ParameterName, 'Who is assessed, such as the organisation''s name')
            [CompletionResult]::new('--rubric', '--rubric', [CompletionResultType]::ParameterName, 'The rubric, icp unless said')
            [CompletionResult]::new('--mode', '--mode', [CompletionResultType]::ParameterName, 'How it is held: self, workshop or interview')
            [CompletionResult]::new('--depth', '--depth', [CompletionResultType]::ParameterName, 'How many questions: quick or full')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'The new file; an existing one is never overwritten')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'The new file; an existing one is never overwritten')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;ask' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Plain lines, for screen readers, simple terminals and pipes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;list' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Plain lines, for screen readers, simple terminals and pipes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;demo' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Plain lines, for screen readers, simple terminals and pipes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;completions' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;man' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;answer' {
            [CompletionResult]::new('--note', '--note', [CompletionResultType]::ParameterName, 'A note on a question; may be repeated')
            [CompletionResult]::new('--evidence', '--evidence', [CompletionResultType]::ParameterName, 'Evidence for a question, KIND is statement, document or record; may be repeated')
            [CompletionResult]::new('--confidence', '--confidence', [CompletionResultType]::ParameterName, 'How sure an answer is: sure, likely or guess; may be repeated')
            [CompletionResult]::new('--rating', '--rating', [CompletionResultType]::ParameterName, 'The interviewer''s own level for a question; clear takes it back; may be repeated')
            [CompletionResult]::new('--said-by', '--said-by', [CompletionResultType]::ParameterName, 'Who gave these answers')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Who says so')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;merge' {
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'The united file; an existing one is replaced only with --force')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'The united file; an existing one is replaced only with --force')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file named by -o')
            [CompletionResult]::new('--across-versions', '--across-versions', [CompletionResultType]::ParameterName, 'Unite different versions of a rubric under the newer one')
            [CompletionResult]::new('--into-new', '--into-new', [CompletionResultType]::ParameterName, 'Make a new assessment of ones that were made separately')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;plan' {
            [CompletionResult]::new('--capacity', '--capacity', [CompletionResultType]::ParameterName, 'Effort points of a wave, 8 unless said')
            [CompletionResult]::new('--target', '--target', [CompletionResultType]::ParameterName, 'The target of an area, such as R3=3, or a set of targets of the rubric; for this print alone')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON')
            [CompletionResult]::new('--md', '--md', [CompletionResultType]::ParameterName, 'Print Markdown')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Plain lines, for screen readers, simple terminals and pipes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;vote' {
            [CompletionResult]::new('--rater', '--rater', [CompletionResultType]::ParameterName, 'Who votes; somebody unknown joins')
            [CompletionResult]::new('--role', '--role', [CompletionResultType]::ParameterName, 'What the rater does in the organisation')
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Take in a self-assessment of the same rubric as votes')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;agree' {
            [CompletionResult]::new('--method', '--method', [CompletionResultType]::ParameterName, 'How: consensus, low_median (unless said), facilitator (say why) or defer')
            [CompletionResult]::new('--why', '--why', [CompletionResultType]::ParameterName, 'Why')
            [CompletionResult]::new('--statement', '--statement', [CompletionResultType]::ParameterName, 'What somebody wants to have said, unsigned; may be repeated')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Who says so')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;room' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;compare' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;show' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON')
            [CompletionResult]::new('--plain', '--plain', [CompletionResultType]::ParameterName, 'Plain lines, for screen readers, simple terminals and pipes')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;check' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;log' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;cohort' {
            [CompletionResult]::new('--rubric', '--rubric', [CompletionResultType]::ParameterName, 'Only assessments of this rubric; without it the one used most')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, 'Only assessments of this time, such as 2026, 2026-H1, 2025-H2..2026-H1')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'How many threads, one for each core unless said; the result is the same')
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Groups: sector, size or both')
            [CompletionResult]::new('--k', '--k', [CompletionResultType]::ParameterName, 'Fewer organisations than this are not told: 5 unless said, 3 at least; 10 is wise for the public')
            [CompletionResult]::new('--position', '--position', [CompletionResultType]::ParameterName, 'Tell where this assessment stands among them')
            [CompletionResult]::new('--save-benchmark', '--save-benchmark', [CompletionResultType]::ParameterName, 'Write the cut points to a benchmark file to hand out; it holds nobody''s data')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('--internal', '--internal', [CompletionResultType]::ParameterName, 'Tell everything uncut, for internal use only')
            [CompletionResult]::new('--reliability', '--reliability', [CompletionResultType]::ParameterName, 'See whether the rubric itself holds: which questions to mend, and how')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace a benchmark file that is there')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON')
            [CompletionResult]::new('--md', '--md', [CompletionResultType]::ParameterName, 'Print Markdown')
            [CompletionResult]::new('--html', '--html', [CompletionResultType]::ParameterName, 'Print a web page')
            [CompletionResult]::new('--csv', '--csv', [CompletionResultType]::ParameterName, 'Print CSV')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;collect' {
            [CompletionResult]::new('--rubric', '--rubric', [CompletionResultType]::ParameterName, 'Only assessments of this rubric; without it the one used most')
            [CompletionResult]::new('--period', '--period', [CompletionResultType]::ParameterName, 'Only assessments of this time, such as 2026, 2026-H1, 2025-H2..2026-H1')
            [CompletionResult]::new('--threads', '--threads', [CompletionResultType]::ParameterName, 'How many threads, one for each core unless said; the result is the same')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'The packed file, such as cohort.jsonl; an existing one is replaced only with --force')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'The packed file, such as cohort.jsonl; an existing one is replaced only with --force')
            [CompletionResult]::new('--with', '--with', [CompletionResultType]::ParameterName, 'Also pack names of organisations, notes, evidence, votes of workshops; none of it otherwise')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file named by -o')
            [CompletionResult]::new('--flat', '--flat', [CompletionResultType]::ParameterName, 'A row for each answer, for databases; CSV or JSONL by the end of the name')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;report' {
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'md, html, xlsx, csv or json; without it, what -o ends in')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'The file to write; standard output without it')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'The file to write; standard output without it')
            [CompletionResult]::new('--since', '--since', [CompletionResultType]::ParameterName, 'An earlier assessment to hold it against')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file named by -o')
            [CompletionResult]::new('--summary', '--summary', [CompletionResultType]::ParameterName, 'The summary only, without the single answers')
            [CompletionResult]::new('--no-names', '--no-names', [CompletionResultType]::ParameterName, 'Leave out names; notes and evidence stand as written')
            [CompletionResult]::new('--long', '--long', [CompletionResultType]::ParameterName, 'CSV: a row per entry of the history')
            [CompletionResult]::new('--steps', '--steps', [CompletionResultType]::ParameterName, 'CSV: a row per step of the plan')
            [CompletionResult]::new('--csv-raw', '--csv-raw', [CompletionResultType]::ParameterName, 'CSV: without the quote that keeps text from being a formula; for programs, not for spreadsheets')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;form' {
            [CompletionResult]::new('--rubric', '--rubric', [CompletionResultType]::ParameterName, 'The rubric, icp unless said')
            [CompletionResult]::new('--format', '--format', [CompletionResultType]::ParameterName, 'md, html or xlsx; without it, what -o ends in')
            [CompletionResult]::new('--depth', '--depth', [CompletionResultType]::ParameterName, 'How many questions: quick or full')
            [CompletionResult]::new('-o', '-o', [CompletionResultType]::ParameterName, 'The file to write; standard output without it')
            [CompletionResult]::new('--output', '--output', [CompletionResultType]::ParameterName, 'The file to write; standard output without it')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('--bilingual', '--bilingual', [CompletionResultType]::ParameterName, 'Both languages side by side')
            [CompletionResult]::new('--force', '--force', [CompletionResultType]::ParameterName, 'Replace the file named by -o')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;import' {
            [CompletionResult]::new('--by', '--by', [CompletionResultType]::ParameterName, 'Who says so')
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Import without asking')
            [CompletionResult]::new('--partial', '--partial', [CompletionResultType]::ParameterName, 'Import the rest when some rows cannot be understood')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;rubric' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            [CompletionResult]::new('list', 'list', [CompletionResultType]::ParameterValue, 'List the shipped rubrics and your own')
            [CompletionResult]::new('show', 'show', [CompletionResultType]::ParameterValue, 'Print what a rubric asks')
            [CompletionResult]::new('check', 'check', [CompletionResultType]::ParameterValue, 'Check a rubric file: errors and warnings')
            [CompletionResult]::new('new', 'new', [CompletionResultType]::ParameterValue, 'Write a small explained rubric and print its path')
            [CompletionResult]::new('schema', 'schema', [CompletionResultType]::ParameterValue, 'Print the JSON Schema of the format')
            [CompletionResult]::new('preview', 'preview', [CompletionResultType]::ParameterValue, 'See a rubric file as it will be asked; nothing is recorded')
            break
        }
        'gradus;rubric;list' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;rubric;show' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;rubric;check' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'Print JSON')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;rubric;new' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;rubric;schema' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
        'gradus;rubric;preview' {
            [CompletionResult]::new('--data-dir', '--data-dir', [CompletionResultType]::ParameterName, 'The folder of the assessments (or GRADUS_DATA_DIR)')
            [CompletionResult]::new('--lang', '--lang', [CompletionResultType]::ParameterName, 'The language, zh or en (or GRADUS_LANG, else the locale)')
            [CompletionResult]::new('--color', '--color', [CompletionResultType]::ParameterName, 'Colours: auto, always or never')
            [CompletionResult]::new('--theme', '--theme', [CompletionResultType]::ParameterName, 'Colours for any background, a dark or a light one, or the highest contrast: auto, dark, light, high-contrast (or GRADUS_THEME)')
            [CompletionResult]::new('--benchmark', '--benchmark', [CompletionResultType]::ParameterName, 'Hold the result against a benchmark file and tell where it stands')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--ascii', '--ascii', [CompletionResultType]::ParameterName, 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)')
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
