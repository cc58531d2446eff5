using System.Collections.Concurrent;
using Clipper.Clip.Checkpoints;
using Clipper.Clip.Imaging;

namespace Clipper.Bench.Stages;

/// <summary>Images to pixels: what <c>clipper preprocess</c> does.</summary>
/// <param name="Spec">How images become pixels.</param>
public sealed record PreprocessStage(PreprocessSpec Spec)
{
    /// <summary>Writes <c>u8/&lt;id&gt;</c> uint8 [N, N, 3] and <c>f32/&lt;id&gt;</c> float32 [3, N, N] of every
    /// image.</summary>
    /// <param name="images">The images.</param>
    /// <param name="path">The safetensors file, absent or complete.</param>
    /// <param name="progress">Is told how many images are done.</param>
    /// <param name="cancellation">Ends it without a file.</param>
    /// <exception cref="ImageException">An image cannot be decoded: the first of them in the images' order.</exception>
    public void Run(
        IReadOnlyList<ImageFile> images, string path, IProgress<int> progress, CancellationToken cancellation)
    {
        var preprocessor = new ImagePreprocessor(Spec);
        var pixels = new byte[images.Count][];
        var planes = new float[images.Count][];
        var errors = new ConcurrentDictionary<int, ImageException>();
        int done = 0;
        Parallel.For(0, images.Count, new ParallelOptions { CancellationToken = cancellation }, index =>
        {
            pixels[index] = new byte[3 * Spec.Size * Spec.Size];
            planes[index] = new float[pixels[index].Length];
            try
            {
                preprocessor.ToPixels(images[index].Read(), images[index].Path, pixels[index]);
                preprocessor.Normalize(pixels[index], planes[index]);
            }
            catch (ImageException error)
            {
                errors[index] = error;
            }

            progress.Report(Interlocked.Increment(ref done));
        });
        if (!errors.IsEmpty)
        {
            throw errors.MinBy(error => error.Key).Value;
        }

        var writer = new SafetensorsWriter();
        for (int i = 0; i < images.Count; i++)
        {
            writer.Add($"u8/{images[i].Id}", pixels[i], Spec.Size, Spec.Size, 3);
            writer.Add($"f32/{images[i].Id}", planes[i], 3, Spec.Size, Spec.Size);
        }

        writer.Save(path);
    }
}
