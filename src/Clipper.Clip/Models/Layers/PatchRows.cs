namespace Clipper.Clip.Models.Layers;

/// <summary>Cuts images into the rows that a patch embedding multiplies.</summary>
internal static class PatchRows
{
    /// <summary>Copies planes [count, 3, size, size] to rows [count, 1 + patches, 3 · patch · patch]: first a row
    /// of zeros, the place of the class token, then the patches row by row, each as channel, line, column, the
    /// order of a convolution's weights. So the whole embedding is one matrix product.</summary>
    public static void Fill(ReadOnlySpan<float> planes, int count, VisionSettings settings, Span<float> rows)
    {
        int size = settings.ImageSize;
        int imageValues = 3 * size * size;
        int rowValues = settings.PatchValues;
        for (int image = 0; image < count; image++)
        {
            var source = planes.Slice(image * imageValues, imageValues);
            var target = rows.Slice(image * settings.Tokens * rowValues, settings.Tokens * rowValues);
            target[..rowValues].Clear();
            for (int patch = 0; patch < settings.Tokens - 1; patch++)
            {
                int top = patch / settings.Grid * settings.PatchSize;
                int left = patch % settings.Grid * settings.PatchSize;
                var row = target.Slice((patch + 1) * rowValues, rowValues);
                FillOne(source, size, (top * size) + left, settings.PatchSize, row);
            }
        }
    }

    private static void FillOne(ReadOnlySpan<float> planes, int size, int start, int patch, Span<float> row)
    {
        for (int line = 0; line < 3 * patch; line++)
        {
            int channel = line / patch;
            int from = (channel * size * size) + (line % patch * size) + start;
            planes.Slice(from, patch).CopyTo(row.Slice(line * patch, patch));
        }
    }
}
