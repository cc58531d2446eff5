using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Clipper.Bench.Reports.Html;

/// <summary>Writes HTML elements; every text is escaped.</summary>
internal sealed class HtmlText
{
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new();

    /// <summary>Length so far, in bytes of UTF-8.</summary>
    public int Bytes { get; private set; }

    /// <summary>Markup of our own, as it is.</summary>
    public HtmlText Raw(string markup)
    {
        _html.Append(markup);
        Bytes += Encoding.UTF8.GetByteCount(markup);
        return this;
    }

    /// <summary>What another has, as it is.</summary>
    public HtmlText Add(HtmlText other)
    {
        _html.Append(other._html);
        Bytes += other.Bytes;
        return this;
    }

    /// <summary>A text.</summary>
    public HtmlText Text(string text) => Raw(Escape(text));

    /// <summary>An element that holds a text.</summary>
    /// <param name="name">The element's name.</param>
    /// <param name="text">What it holds.</param>
    /// <param name="attributes">Markup of its attributes.</param>
    public HtmlText Element(string name, string text, string attributes = "") =>
        Raw($"<{name}{(attributes.Length > 0 ? " " : "")}{attributes}>{Escape(text)}</{name}>\n");

    /// <summary>A text for use in markup or in a quoted attribute.</summary>
    public static string Escape(string text) => _encoder.Encode(text);

    /// <inheritdoc />
    public override string ToString() => _html.ToString();
}
