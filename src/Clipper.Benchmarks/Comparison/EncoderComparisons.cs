using System.Globalization;

namespace Clipper.Benchmarks.Comparison;

/// <summary>Image decoding and the encoder beside Pillow, torchvision and torch.</summary>
internal static class EncoderComparisons
{
    private const int UsualRounds = 11;

    /// <summary>Compares, and prints the table.</summary>
    /// <param name="args">Rounds, then the folder for pictures and weights; both may be left out.</param>
    public static void Run(string[] args)
    {
        var rounds = new Rounds(args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : UsualRounds);
        string folder = args.Length > 1 ? args[1] : Path.Combine(Path.GetTempPath(), "clipper-rivals");
        using (var images = new DecodeComparison(Path.Combine(folder, "images")))
        {
            images.Run(rounds);
        }

        using (var encoder = new EncodeComparison(Path.Combine(folder, "encoder")))
        {
            encoder.Run(rounds);
        }

        Console.WriteLine(rounds.Table);
    }
}
