using System.Globalization;

namespace ScottPlot;

/// <summary>A colour of red, green, blue and opacity, 0 to 255 each.</summary>
public readonly struct Color
{
    public readonly byte Red;
    public readonly byte Green;
    public readonly byte Blue;
    public readonly byte Alpha;

    public Color(byte red, byte green, byte blue, byte alpha = 255)
    {
        Red = red;
        Green = green;
        Blue = blue;
        Alpha = alpha;
    }

    public Color(float red, float green, float blue, float alpha = 1)
        : this((byte)(red * 255), (byte)(green * 255), (byte)(blue * 255), (byte)(alpha * 255))
    {
    }

    public Color(System.Drawing.Color color)
        : this(color.R, color.G, color.B, color.A)
    {
    }

    public Color(uint argb)
        : this((byte)(argb >> 16), (byte)(argb >> 8), (byte)argb, (byte)(argb >> 24))
    {
    }

    public Color(string hexCode)
        : this(ToArgb(hexCode))
    {
    }

    public byte R => Red;

    public byte G => Green;

    public byte B => Blue;

    public byte A => Alpha;

    public uint ARGB => ((uint)Alpha << 24) | ((uint)Red << 16) | ((uint)Green << 8) | Blue;

    public static bool operator ==(Color a, Color b) => a.ARGB == b.ARGB;

    public static bool operator !=(Color a, Color b) => a.ARGB != b.ARGB;

    public static Color FromARGB(uint argb) => new(argb);

    public static Color FromARGB(int argb) => FromARGB((uint)argb);

    public static Color FromHex(string hex) => new(hex);

    public static Color[] FromHex(IEnumerable<string> hex) => [.. hex.Select(FromHex)];

    public static Color Gray(byte value) => new(value, value, value);

    public readonly Color WithAlpha(byte alpha) => new(Red, Green, Blue, alpha);

    public readonly Color WithAlpha(double alpha) => WithAlpha((byte)(alpha * 255));

    public readonly Color WithOpacity(double opacity = .5) => WithAlpha((byte)(opacity * 255));

    public string ToStringRGB() => string.Create(CultureInfo.InvariantCulture, $"#{Red:X2}{Green:X2}{Blue:X2}");

    public override string ToString() => $"Color #{ARGB:X8}";

    public override int GetHashCode() => ARGB.GetHashCode();

    public override bool Equals(object? obj) => obj is Color other && this == other;

    // "#rrggbb" or "#rrggbbaa", with or without the sign.
    private static uint ToArgb(string hexCode)
    {
        string digits = hexCode.TrimStart('#');
        if (digits.Length is not (6 or 8))
        {
            throw new ArgumentException("invalid hex color", nameof(hexCode));
        }

        uint rgb = uint.Parse(digits.AsSpan(0, 6), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        uint alpha = digits.Length == 6
            ? 255
            : uint.Parse(digits.AsSpan(6), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return (alpha << 24) | rgb;
    }
}
