namespace Clipper.Bench.Cli.Help;

/// <summary>Scripts that make a shell ask <c>clipper [suggest:position] "line"</c> for what may come next.</summary>
internal static class CompletionScript
{
    private const string Bash = """
        # bash completion for clipper; put it to use with: source <(clipper completion bash)
        _clipper() {
            local line=${COMP_LINE#* } word=${COMP_WORDS[COMP_CWORD]} offset found
            offset=$((COMP_POINT - ${#COMP_LINE} + ${#line}))
            found=$("${COMP_WORDS[0]}" "[suggest:$offset]" "$line" 2>/dev/null)
            mapfile -t COMPREPLY < <(compgen -W "$found" -- "$word")
        }
        complete -o default -F _clipper clipper
        """;

    private const string Zsh = """
        # zsh completion for clipper; put it to use with: source <(clipper completion zsh)
        _clipper() {
            local line="${words[2,-1]}"
            local -a found
            found=("${(@f)$(${words[1]} "[suggest:${#line}]" "$line" 2>/dev/null)}")
            compadd -- $found || _files
        }
        compdef _clipper clipper
        """;

    private const string Fish = """
        # fish completion for clipper; put it to use with: clipper completion fish | source
        function __clipper_complete
            set -l line (string join ' ' -- (commandline -opc)[2..] (commandline -ct))
            clipper "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c clipper -a '(__clipper_complete)'
        """;

    /// <summary>The shells that have one.</summary>
    public static string[] Shells { get; } = ["bash", "zsh", "fish"];

    /// <summary>The script of <paramref name="shell"/>.</summary>
    public static string For(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        _ => throw new ArgumentOutOfRangeException(nameof(shell), shell, "Not one of Shells."),
    };
}
