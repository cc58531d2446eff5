using Clipper.Clip.Imaging;
using Clipper.Core.Errors;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Datasets.Sheets;

/// <summary>Small pictures of samples with their labels below, on one page, so that a person can look at a data
/// set.</summary>
/// <param name="dataset">The data set.</param>
/// <param name="side">Pixels of the square that a picture fits in.</param>
/// <param name="columns">Pictures in a row.</param>
public sealed class ContactSheet(IDataset dataset, int side, int columns)
{
    private const int Gap = 6;
    private const int TextLines = 3;
    private const int Channels = 3;
    private const byte Paper = 255;

    private int CellWidth => side + Gap;

    private int CellHeight => side + Gap + (TextLines * BitmapFont.LineHeight);

    /// <summary>Chooses samples for a sheet: without replacement, from the seed, in loader order.</summary>
    public static IReadOnlyList<int> Choose(IDataset dataset, int count, int seed)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        var random = new RandomState(Seed.Derive("sheet", dataset.QualifiedName, 0, new Seed(unchecked((ulong)seed))));
        return [.. random.Choose(dataset.Samples.Count, Math.Min(count, dataset.Samples.Count)).Order()];
    }

    /// <summary>Draws the sheet. An image that cannot be decoded is a crossed square.</summary>
    /// <param name="samples">Indices of the samples.</param>
    /// <exception cref="ArgumentException">No sample.</exception>
    public Raster Draw(IReadOnlyList<int> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentOutOfRangeException.ThrowIfZero(samples.Count, nameof(samples));
        int across = Math.Min(columns, samples.Count);
        int width = Gap + (across * CellWidth);
        int height = Gap + ((samples.Count + across - 1) / across * CellHeight);
        byte[] page = new byte[width * height * Channels];
        Array.Fill(page, Paper);
        foreach ((int place, int sample) in samples.Index())
        {
            int left = Gap + (place % across * CellWidth);
            int top = Gap + (place / across * CellHeight);
            DrawPicture(page, width, left, top, sample);
            DrawLabels(page, width, left, top + side + 2, sample);
        }

        return Raster.FromPixels(ImageMode.Rgb, width, height, page);
    }

    private void DrawPicture(byte[] page, int width, int left, int top, int sample)
    {
        try
        {
            using Raster picture = SamplePicture.Read(dataset, sample);
            Thumbnail.Draw(picture, side, (x, y, channel, value) =>
                page[((((top + y) * width) + left + x) * Channels) + channel] = value);
        }
        catch (DataFileException)
        {
            for (int i = 0; i < side; i++)
            {
                Dot(page, width, left + i, top + i);
                Dot(page, width, left + i, top + side - 1 - i);
            }
        }
    }

    private void DrawLabels(byte[] page, int width, int left, int top, int sample)
    {
        string labels = string.Join(", ", dataset.Samples[sample].Labels.Select(label => dataset.ClassNames[label]));
        IReadOnlyList<string> lines = BitmapFont.Wrap(labels, side / BitmapFont.Advance, TextLines);
        foreach ((int number, string line) in lines.Index())
        {
            BitmapFont.Draw(
                line, left, top + (number * BitmapFont.LineHeight), (x, y) => Dot(page, width, x, y));
        }
    }

    private static void Dot(byte[] page, int width, int x, int y) =>
        page.AsSpan(((y * width) + x) * Channels, Channels).Clear(); // Black ink.
}
