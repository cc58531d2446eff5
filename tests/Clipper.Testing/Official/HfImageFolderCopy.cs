using System.Globalization;
using System.Text;
using System.Text.Json;
using Clipper.Testing.Pictures;

namespace Clipper.Testing.Official;

/// <summary>Hugging Face's ImageFolder: train and test with a <c>metadata.jsonl</c> each, 25 numbered labels.</summary>
public static class HfImageFolderCopy
{
    /// <summary>Number of labels.</summary>
    public const int Labels = 25;

    /// <summary>The files.</summary>
    /// <param name="isMultiLabel">Whether an image has a list of two labels.</param>
    /// <param name="images">Images of a split.</param>
    public static OfficialCopy Make(bool isMultiLabel = false, int images = 300)
    {
        var copy = new OfficialCopy();
        foreach (string split in new[] { "train", "test" })
        {
            var lines = new StringBuilder();
            for (int i = 0; i < images; i++)
            {
                string file = string.Create(CultureInfo.InvariantCulture, $"images/{i:0000}.png");
                copy.Add($"{split}/{file}", PngBytes.Of(DrawnPicture.Of(i % Labels, i + split.Length, 20, 20)));
                object row = isMultiLabel
                    ? new { file_name = file, labels = new[] { i % Labels, (i + 1 + (i % 7)) % Labels }, text = "é" }
                    : new { file_name = file, label = i % Labels };
                lines.Append(JsonSerializer.Serialize(row)).Append('\n');
            }

            copy.Add($"{split}/metadata.jsonl", lines.ToString());
        }

        return copy;
    }
}
