# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_gradus_global_optspecs
    string join \n data-dir= lang= color= theme= ascii mouse benchmark= V/version h/help
end

function __fish_gradus_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_gradus_global_optspecs) -- $cmd 2>/dev/null
    or begin
        set -e cmd[-1]
        argparse -s (__fish_gradus_global_optspecs) -- $cmd 2>/dev/null
    end
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_gradus_using_subcommand
    set -l cmd (__fish_gradus_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c gradus -n "__fish_gradus_needs_command" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_needs_command" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_needs_command" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_needs_command" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_needs_command" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_needs_command" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_needs_command" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_needs_command" -s V -l version -d 'Print the version, and those of the shipped rubrics'
complete -c gradus -n "__fish_gradus_needs_command" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_needs_command" -a "new" -d 'Make an assessment and print its path'
complete -c gradus -n "__fish_gradus_needs_command" -a "ask" -d 'Answer question by question; without FILE the assessment changed last'
complete -c gradus -n "__fish_gradus_needs_command" -a "list" -d 'List the assessments on this computer'
complete -c gradus -n "__fish_gradus_needs_command" -a "demo" -d 'Look at a complete sample assessment; nothing is written'
complete -c gradus -n "__fish_gradus_needs_command" -a "completions" -d 'Print the completion script of a shell'
complete -c gradus -n "__fish_gradus_needs_command" -a "man" -d 'Print the manual page'
complete -c gradus -n "__fish_gradus_needs_command" -a "answer" -d 'Record answers'
complete -c gradus -n "__fish_gradus_needs_command" -a "merge" -d 'Merge files into one and list where they disagree'
complete -c gradus -n "__fish_gradus_needs_command" -a "plan" -d 'Print the plan'
complete -c gradus -n "__fish_gradus_needs_command" -a "vote" -d 'Record a rater\'s votes'
complete -c gradus -n "__fish_gradus_needs_command" -a "agree" -d 'Record the agreed levels'
complete -c gradus -n "__fish_gradus_needs_command" -a "room" -d 'Print votes, disagreement and agreed levels'
complete -c gradus -n "__fish_gradus_needs_command" -a "compare" -d 'Compare two or more assessments'
complete -c gradus -n "__fish_gradus_needs_command" -a "show" -d 'Print the result'
complete -c gradus -n "__fish_gradus_needs_command" -a "check" -d 'Check whether assessment and rubric files are intact; changes nothing'
complete -c gradus -n "__fish_gradus_needs_command" -a "log" -d 'List every change: who, when, from what to what'
complete -c gradus -n "__fish_gradus_needs_command" -a "cohort" -d 'Pool many organisations: means, quantiles and levels, without exposing any of them'
complete -c gradus -n "__fish_gradus_needs_command" -a "collect" -d 'Pack many assessments into one file, final answers only'
complete -c gradus -n "__fish_gradus_needs_command" -a "report" -d 'Write a report: HTML, Excel, Markdown, CSV or JSON'
complete -c gradus -n "__fish_gradus_needs_command" -a "form" -d 'Write the questionnaire, to fill in on paper or in Excel'
complete -c gradus -n "__fish_gradus_needs_command" -a "import" -d 'Import a filled table; shows first what would change'
complete -c gradus -n "__fish_gradus_needs_command" -a "rubric" -d 'List, show, check, start and preview rubrics'
complete -c gradus -n "__fish_gradus_using_subcommand new" -l subject -d 'Who is assessed, such as the organisation\'s name' -r
complete -c gradus -n "__fish_gradus_using_subcommand new" -l rubric -d 'The rubric, default icp' -r
complete -c gradus -n "__fish_gradus_using_subcommand new" -l mode -d 'How it is held: self, workshop or interview' -r -f -a "self\t''
workshop\t''
interview\t''"
complete -c gradus -n "__fish_gradus_using_subcommand new" -l depth -d 'How many questions: quick or full' -r -f -a "quick\t''
full\t''"
complete -c gradus -n "__fish_gradus_using_subcommand new" -s o -l output -d 'The new file; an existing one is never overwritten' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand new" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand new" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand new" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand new" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand new" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand new" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand new" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand new" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand ask" -l rater -d 'Who votes; a new name is added' -r
complete -c gradus -n "__fish_gradus_using_subcommand ask" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand ask" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand ask" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand ask" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand ask" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand ask" -l plain -d 'Plain lines, for screen readers, simple terminals and pipes'
complete -c gradus -n "__fish_gradus_using_subcommand ask" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand ask" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand ask" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand list" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand list" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand list" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand list" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand list" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand list" -l json -d 'Print JSON'
complete -c gradus -n "__fish_gradus_using_subcommand list" -l plain -d 'Plain lines, for screen readers, simple terminals and pipes'
complete -c gradus -n "__fish_gradus_using_subcommand list" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand list" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand list" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand demo" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand demo" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand demo" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand demo" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand demo" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand demo" -l plain -d 'Plain lines, for screen readers, simple terminals and pipes'
complete -c gradus -n "__fish_gradus_using_subcommand demo" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand demo" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand demo" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand completions" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand completions" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand completions" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand completions" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand completions" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand completions" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand completions" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand completions" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand man" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand man" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand man" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand man" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand man" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand man" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand man" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand man" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand answer" -l note -d 'A note on a question; may be repeated' -r
complete -c gradus -n "__fish_gradus_using_subcommand answer" -l evidence -d 'Evidence for a question, KIND is statement, document or record; may be repeated' -r
complete -c gradus -n "__fish_gradus_using_subcommand answer" -l confidence -d 'How sure an answer is: sure, likely or guess; may be repeated' -r
complete -c gradus -n "__fish_gradus_using_subcommand answer" -l rating -d 'The interviewer\'s own level for a question; clear takes it back; may be repeated' -r
complete -c gradus -n "__fish_gradus_using_subcommand answer" -l said-by -d 'Who gave these answers' -r
complete -c gradus -n "__fish_gradus_using_subcommand answer" -l by -d 'Who gives the answers' -r
complete -c gradus -n "__fish_gradus_using_subcommand answer" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand answer" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand answer" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand answer" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand answer" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand answer" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand answer" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand answer" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand merge" -s o -l output -d 'The merged file; an existing one is replaced only with --force' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand merge" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand merge" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand merge" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand merge" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand merge" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand merge" -l force -d 'Replace the file named by -o'
complete -c gradus -n "__fish_gradus_using_subcommand merge" -l across-versions -d 'Merge different versions of a rubric under the newer one'
complete -c gradus -n "__fish_gradus_using_subcommand merge" -l into-new -d 'Make a new assessment from ones that were started separately'
complete -c gradus -n "__fish_gradus_using_subcommand merge" -l json -d 'Print JSON'
complete -c gradus -n "__fish_gradus_using_subcommand merge" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand merge" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand merge" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand plan" -l capacity -d 'Effort points per wave, 1 to 1000, default 8' -r
complete -c gradus -n "__fish_gradus_using_subcommand plan" -l target -d 'The target of an area, such as R3=3, or a preset of the rubric, or with a benchmark upper-quartile; for this printout only' -r
complete -c gradus -n "__fish_gradus_using_subcommand plan" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand plan" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand plan" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand plan" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand plan" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand plan" -l json -d 'Print JSON'
complete -c gradus -n "__fish_gradus_using_subcommand plan" -l md -d 'Print Markdown'
complete -c gradus -n "__fish_gradus_using_subcommand plan" -l plain -d 'Plain lines, for screen readers, simple terminals and pipes'
complete -c gradus -n "__fish_gradus_using_subcommand plan" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand plan" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand plan" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand vote" -l rater -d 'Who votes; a new name is added' -r
complete -c gradus -n "__fish_gradus_using_subcommand vote" -l role -d 'What the rater does in the organisation' -r
complete -c gradus -n "__fish_gradus_using_subcommand vote" -l from -d 'Read in a self-assessment of the same rubric as votes' -r
complete -c gradus -n "__fish_gradus_using_subcommand vote" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand vote" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand vote" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand vote" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand vote" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand vote" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand vote" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand vote" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand agree" -l method -d 'How: consensus, low_median (default), facilitator (say why) or defer' -r -f -a "consensus\t''
low_median\t''
facilitator\t''
defer\t''"
complete -c gradus -n "__fish_gradus_using_subcommand agree" -l why -d 'Why' -r
complete -c gradus -n "__fish_gradus_using_subcommand agree" -l statement -d 'A statement for the record, unsigned; may be repeated' -r
complete -c gradus -n "__fish_gradus_using_subcommand agree" -l by -d 'Who gives the answers' -r
complete -c gradus -n "__fish_gradus_using_subcommand agree" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand agree" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand agree" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand agree" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand agree" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand agree" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand agree" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand agree" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand room" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand room" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand room" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand room" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand room" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand room" -l json -d 'Print JSON'
complete -c gradus -n "__fish_gradus_using_subcommand room" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand room" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand room" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand compare" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand compare" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand compare" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand compare" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand compare" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand compare" -l json -d 'Print JSON'
complete -c gradus -n "__fish_gradus_using_subcommand compare" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand compare" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand compare" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand show" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand show" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand show" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand show" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand show" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand show" -l json -d 'Print JSON'
complete -c gradus -n "__fish_gradus_using_subcommand show" -l plain -d 'Plain lines, for screen readers, simple terminals and pipes'
complete -c gradus -n "__fish_gradus_using_subcommand show" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand show" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand show" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand check" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand check" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand check" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand check" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand check" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand check" -l json -d 'Print JSON'
complete -c gradus -n "__fish_gradus_using_subcommand check" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand check" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand check" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand log" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand log" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand log" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand log" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand log" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand log" -l json -d 'Print JSON'
complete -c gradus -n "__fish_gradus_using_subcommand log" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand log" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand log" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand cohort" -l rubric -d 'Only assessments of this rubric; default is the one used most' -r
complete -c gradus -n "__fish_gradus_using_subcommand cohort" -l period -d 'Only assessments of this period, such as 2026, 2026-H1, 2025-H2..2026-H1' -r
complete -c gradus -n "__fish_gradus_using_subcommand cohort" -l threads -d 'How many threads, by default one per core; the result is the same' -r
complete -c gradus -n "__fish_gradus_using_subcommand cohort" -l by -d 'Groups: sector, size or both' -r -f -a "sector\t''
size\t''"
complete -c gradus -n "__fish_gradus_using_subcommand cohort" -l k -d 'Hide numbers of fewer organisations than this; 3 to 1000, default 5, use 10 for publication' -r
complete -c gradus -n "__fish_gradus_using_subcommand cohort" -l position -d 'Also show where this assessment stands among them' -r
complete -c gradus -n "__fish_gradus_using_subcommand cohort" -l save-benchmark -d 'Write the cut points to a benchmark file to share; it holds no single organisation\'s data' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand cohort" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand cohort" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand cohort" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand cohort" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand cohort" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand cohort" -l internal -d 'Show every number, nothing hidden or cut; for internal use only'
complete -c gradus -n "__fish_gradus_using_subcommand cohort" -l reliability -d 'Check the rubric itself: which questions to revise, and how'
complete -c gradus -n "__fish_gradus_using_subcommand cohort" -l force -d 'Replace an existing benchmark file'
complete -c gradus -n "__fish_gradus_using_subcommand cohort" -l json -d 'Print JSON'
complete -c gradus -n "__fish_gradus_using_subcommand cohort" -l md -d 'Print Markdown'
complete -c gradus -n "__fish_gradus_using_subcommand cohort" -l html -d 'Print a web page'
complete -c gradus -n "__fish_gradus_using_subcommand cohort" -l csv -d 'Print CSV'
complete -c gradus -n "__fish_gradus_using_subcommand cohort" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand cohort" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand cohort" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand collect" -l rubric -d 'Only assessments of this rubric; default is the one used most' -r
complete -c gradus -n "__fish_gradus_using_subcommand collect" -l period -d 'Only assessments of this period, such as 2026, 2026-H1, 2025-H2..2026-H1' -r
complete -c gradus -n "__fish_gradus_using_subcommand collect" -l threads -d 'How many threads, by default one per core; the result is the same' -r
complete -c gradus -n "__fish_gradus_using_subcommand collect" -s o -l output -d 'The packed file, such as cohort.jsonl; an existing one is replaced only with --force' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand collect" -l with -d 'Also pack names of organisations, notes, evidence, votes of workshops; none of it otherwise' -r -f -a "names\t''
notes\t''
evidence\t''
votes\t''"
complete -c gradus -n "__fish_gradus_using_subcommand collect" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand collect" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand collect" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand collect" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand collect" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand collect" -l force -d 'Replace the file named by -o'
complete -c gradus -n "__fish_gradus_using_subcommand collect" -l flat -d 'One row per answer, for databases; CSV or JSONL by the end of the name'
complete -c gradus -n "__fish_gradus_using_subcommand collect" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand collect" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand collect" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand report" -l format -d 'md, html, xlsx, csv or json; default by the end of the -o name' -r -f -a "md\t''
html\t''
xlsx\t''
csv\t''
json\t''"
complete -c gradus -n "__fish_gradus_using_subcommand report" -s o -l output -d 'The file to write; default is standard output' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand report" -l since -d 'An earlier assessment to compare with' -r
complete -c gradus -n "__fish_gradus_using_subcommand report" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand report" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand report" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand report" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand report" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand report" -l force -d 'Replace the file named by -o'
complete -c gradus -n "__fish_gradus_using_subcommand report" -l summary -d 'Only the summary, without the single answers'
complete -c gradus -n "__fish_gradus_using_subcommand report" -l no-names -d 'Leave out names; notes and evidence stay as written'
complete -c gradus -n "__fish_gradus_using_subcommand report" -l long -d 'CSV: one row per entry of the history'
complete -c gradus -n "__fish_gradus_using_subcommand report" -l steps -d 'CSV: one row per step of the plan'
complete -c gradus -n "__fish_gradus_using_subcommand report" -l csv-raw -d 'CSV: without the quote that keeps text from being a formula; for programs, not for spreadsheets'
complete -c gradus -n "__fish_gradus_using_subcommand report" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand report" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand report" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand form" -l rubric -d 'The rubric, default icp' -r
complete -c gradus -n "__fish_gradus_using_subcommand form" -l format -d 'md, html or xlsx; default by the end of the -o name' -r -f -a "md\t''
html\t''
xlsx\t''"
complete -c gradus -n "__fish_gradus_using_subcommand form" -l depth -d 'How many questions: quick or full' -r -f -a "quick\t''
full\t''"
complete -c gradus -n "__fish_gradus_using_subcommand form" -s o -l output -d 'The file to write; default is standard output' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand form" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand form" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand form" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand form" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand form" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand form" -l bilingual -d 'Both languages side by side'
complete -c gradus -n "__fish_gradus_using_subcommand form" -l force -d 'Replace the file named by -o'
complete -c gradus -n "__fish_gradus_using_subcommand form" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand form" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand form" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand import" -l by -d 'Who gives the answers' -r
complete -c gradus -n "__fish_gradus_using_subcommand import" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand import" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand import" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand import" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand import" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand import" -l yes -d 'Import without asking'
complete -c gradus -n "__fish_gradus_using_subcommand import" -l partial -d 'Import the rest when some rows cannot be understood'
complete -c gradus -n "__fish_gradus_using_subcommand import" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand import" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand import" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and not __fish_seen_subcommand_from list show check new schema preview" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and not __fish_seen_subcommand_from list show check new schema preview" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and not __fish_seen_subcommand_from list show check new schema preview" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and not __fish_seen_subcommand_from list show check new schema preview" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and not __fish_seen_subcommand_from list show check new schema preview" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and not __fish_seen_subcommand_from list show check new schema preview" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and not __fish_seen_subcommand_from list show check new schema preview" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and not __fish_seen_subcommand_from list show check new schema preview" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and not __fish_seen_subcommand_from list show check new schema preview" -f -a "list" -d 'List the shipped rubrics and your own'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and not __fish_seen_subcommand_from list show check new schema preview" -f -a "show" -d 'Print what a rubric asks'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and not __fish_seen_subcommand_from list show check new schema preview" -f -a "check" -d 'Check a rubric file: errors and warnings'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and not __fish_seen_subcommand_from list show check new schema preview" -f -a "new" -d 'Write a small rubric with explanations and print its path'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and not __fish_seen_subcommand_from list show check new schema preview" -f -a "schema" -d 'Print the JSON Schema of the format'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and not __fish_seen_subcommand_from list show check new schema preview" -f -a "preview" -d 'See a rubric file as it will be asked; no answer is recorded'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from list" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from list" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from list" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from list" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from list" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from list" -l json -d 'Print JSON'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from list" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from list" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from show" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from show" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from show" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from show" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from show" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from show" -l json -d 'Print JSON'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from show" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from show" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from check" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from check" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from check" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from check" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from check" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from check" -l json -d 'Print JSON'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from check" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from check" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from new" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from new" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from new" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from new" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from new" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from new" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from new" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from new" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from schema" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from schema" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from schema" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from schema" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from schema" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from schema" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from schema" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from schema" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from preview" -l data-dir -d 'The folder for assessments (or GRADUS_DATA_DIR)' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from preview" -l lang -d 'The language, zh or en (or GRADUS_LANG; default: the locale)' -r -f -a "zh\t''
en\t''"
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from preview" -l color -d 'Colours: auto, always or never' -r -f -a "auto\t'Where the terminal has them and `NO_COLOR` is not set'
always\t'Always'
never\t'Never'"
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from preview" -l theme -d 'Theme: auto, dark, light or high-contrast (or GRADUS_THEME)' -r -f -a "auto\t''
dark\t''
light\t''
high-contrast\t''"
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from preview" -l benchmark -d 'Compare with a benchmark file and show where the result stands' -r -F
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from preview" -s h -l help -d 'Print help'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from preview" -l ascii -d 'Draw borders, bars and radar in ASCII (or GRADUS_ASCII=1)'
complete -c gradus -n "__fish_gradus_using_subcommand rubric; and __fish_seen_subcommand_from preview" -l mouse -d 'Listen to the mouse: click and scroll; Shift still selects text (or GRADUS_MOUSE=1)'
complete -c gradus -n "__fish_gradus_using_subcommand completions" -f -a "bash elvish fish powershell zsh"
