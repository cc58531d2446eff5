using Clipper.Clip.Imaging;

namespace Clipper.Clip.Tests.Imaging;

public sealed class ImageFuzzTests
{
    private const int Mutations = 2000;

    /// <summary>Four bytes for each of the pixels that the limit allows, and something for the file.</summary>
    private const long MemoryLimit = (4 * Raster.MaxPixels) + (64 << 20);

    [Fact]
    public void Mutated_golden_images_give_a_picture_or_an_image_error()
    {
        byte[][] files = [.. PreprocessGoldens.Names.Select(PreprocessGoldens.Encoded)];
        ImagePreprocessor preprocessor = new(PreprocessSpec.Clip(16));
        byte[] pixels = new byte[16 * 16 * 3];
        (int Read, int Refused) verdicts = default;
        for (int seed = 0; seed < Mutations; seed++)
        {
            byte[] file = Mutate(files[seed % files.Length], new Random(seed));
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                preprocessor.ToPixels(file, $"mutation {seed}", pixels);
                verdicts.Read++;
            }
            catch (ImageException error)
            {
                Assert.StartsWith($"mutation {seed}: ", error.Message, StringComparison.Ordinal);
                verdicts.Refused++;
            }

            long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < MemoryLimit, $"mutation {seed} took {allocated} bytes");
        }

        Assert.True(verdicts.Read > Mutations / 20 && verdicts.Refused > Mutations / 20, verdicts.ToString());
    }

    private static byte[] Mutate(byte[] original, Random random)
    {
        byte[] file = [.. original];
        int at = random.Next(file.Length);
        int count = Math.Min(random.Next(1, 65), file.Length - at);
        switch (random.Next(6))
        {
            case 0:
                return file[..at];
            case 1:
                return file[..^Math.Min(random.Next(1, 40), file.Length)];
            case 2:
                return [.. file[..at], .. file[(at + count)..]];
            case 3:
                file.AsSpan(at, count).Clear();
                return file;
            case 4:
                file[random.Next(Math.Min(64, file.Length))] = (byte)random.Next(256);
                return file;
            default:
                file[at] ^= (byte)(1 << random.Next(8));
                return file;
        }
    }
}
