namespace Clipper.Bench.Reports.Tables;

/// <summary>The signs beyond ASCII that pdflatex sets without a package, in the encoding that an article has if it says
/// nothing (inputenc utf8, OT1).</summary>
internal static class LatexSigns
{
    private const int FirstLetter = 0xA0;
    private const int LastLetter = 0x17E;

    // In that range, but not in OT1, or not to be seen.
    private const string Absent = "«»ÐÞðþ\u00ADĄąĐđĘęĦħĮįĸĿŀŉŊŋŦŧŲų";

    private static readonly Dictionary<char, string> _texts = ByTheirFirst(
    [
        "–--", "—---", "‐-", "‑-", "‒--", "…\\ldots{}", "‘{`}", "’'", "“``", "”''", "‚,", "„,,", "†\\dag{}",
        "‡\\ddag{}", "№No.", "\u2002 ", "\u2003 ", "\u2009 ", "\u200A ", "\u202F~", "\u3000 ", "ΑA", "ΒB", "ΕE", "ΖZ",
        "ΗH", "ΙI", "ΚK", "ΜM", "ΝN", "ΟO", "ΡP", "ΤT", "ΧX", "οo",
    ]);

    private static readonly Dictionary<char, string> _formulas = ByTheirFirst(
    [
        "α\\alpha", "β\\beta", "γ\\gamma", "δ\\delta", "ε\\varepsilon", "ζ\\zeta", "η\\eta", "θ\\theta", "ι\\iota",
        "κ\\kappa", "λ\\lambda", "μ\\mu", "ν\\nu", "ξ\\xi", "π\\pi", "ρ\\rho", "ς\\varsigma", "σ\\sigma", "τ\\tau",
        "υ\\upsilon", "φ\\varphi", "χ\\chi", "ψ\\psi", "ω\\omega", "ϵ\\epsilon", "ϑ\\vartheta", "ϕ\\phi", "ϱ\\varrho",
        "Γ\\Gamma", "Δ\\Delta", "Θ\\Theta", "Λ\\Lambda", "Ξ\\Xi", "Π\\Pi", "Σ\\Sigma", "Υ\\Upsilon", "Φ\\Phi",
        "Ψ\\Psi", "Ω\\Omega", "µ\\mu", "±\\pm", "∓\\mp", "×\\times", "÷\\div", "·\\cdot", "−-", "∗\\ast", "∘\\circ",
        "•\\bullet", "√\\surd", "∞\\infty", "≈\\approx", "≃\\simeq", "≅\\cong", "≠\\neq", "≡\\equiv", "∼\\sim",
        "∝\\propto", "≤\\leq", "≥\\geq", "≪\\ll", "≫\\gg", "«\\ll", "»\\gg", "→\\rightarrow", "←\\leftarrow",
        "↔\\leftrightarrow", "↑\\uparrow", "↓\\downarrow", "⇒\\Rightarrow", "⇐\\Leftarrow", "⇔\\Leftrightarrow",
        "↦\\mapsto", "∂\\partial", "∇\\nabla", "∑\\sum", "∏\\prod", "∫\\int", "∈\\in", "∉\\notin", "∋\\ni",
        "⊂\\subset", "⊆\\subseteq", "⊃\\supset", "⊇\\supseteq", "∪\\cup", "∩\\cap", "∅\\emptyset", "∧\\wedge",
        "∨\\vee", "¬\\neg", "∀\\forall", "∃\\exists", "⊕\\oplus", "⊗\\otimes", "⊙\\odot", "⊥\\perp", "∥\\parallel",
        "∠\\angle", "⟨\\langle", "⟩\\rangle", "⌈\\lceil", "⌉\\rceil", "⌊\\lfloor", "⌋\\rfloor", "ℓ\\ell", "′'", "″''",
        "°^\\circ", "★\\star", "⋆\\star", "✓\\surd", "✔\\surd", "✗\\times", "✘\\times", "♯\\sharp", "♭\\flat", "¹^1",
        "²^2", "³^3", "⁰^0", "⁴^4", "⁵^5", "⁶^6", "⁷^7", "⁸^8", "⁹^9", "⁺^+", "⁻^-", "ⁿ^n", "₀_0", "₁_1", "₂_2",
        "₃_3", "₄_4", "₅_5", "₆_6", "₇_7", "₈_8", "₉_9",
    ]);

    /// <summary>How a sign beyond ASCII is written; null where there is no way.</summary>
    public static string? Find(int codePoint)
    {
        if (codePoint > char.MaxValue)
        {
            return null;
        }

        char sign = (char)codePoint;
        return _formulas.TryGetValue(sign, out string? formula) ? $"${formula}$"
            : _texts.TryGetValue(sign, out string? text) ? text
            : codePoint is >= FirstLetter and <= LastLetter && !Absent.Contains(sign, StringComparison.Ordinal)
                ? sign.ToString()
                : null;
    }

    // A sign, and behind it how it is written.
    private static Dictionary<char, string> ByTheirFirst(string[] signs) =>
        signs.ToDictionary(sign => sign[0], sign => sign[1..]);
}
