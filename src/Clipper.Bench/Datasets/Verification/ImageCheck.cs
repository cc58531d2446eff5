using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Clipper.Clip.Imaging;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Verification;

/// <summary>Decodes every image of a part. What was decoded is kept, so that a later call goes on where this one was
/// interrupted and looks only at what has changed.</summary>
/// <param name="dataset">The part.</param>
/// <param name="kept">What earlier calls decoded.</param>
/// <param name="threads">Threads; at least 1.</param>
internal sealed class ImageCheck(Dataset dataset, VerifiedImages kept, int threads)
{
    private const int ImagesBetweenSaves = 4096;

    private readonly ConcurrentDictionary<int, string> _problems = [];
    private int _decoded;
    private int _done;

    /// <summary>Images that were decoded now.</summary>
    public int Decoded => _decoded;

    /// <summary>What is wrong with images, in sample order.</summary>
    public IEnumerable<string> Problems => _problems.OrderBy(pair => pair.Key).Select(pair => pair.Value);

    /// <summary>Decodes all that was not decoded before.</summary>
    /// <returns>SHA-256 of every image; empty for those that cannot be read.</returns>
    /// <exception cref="OperationCanceledException">Cancelled; what was done is kept.</exception>
    public string[] Run(Action<int> report, CancellationToken cancellation)
    {
        string[] hashes = new string[dataset.Samples.Count];
        try
        {
            foreach (int[] block in Enumerable.Range(0, hashes.Length).Chunk(ImagesBetweenSaves))
            {
                int before = _decoded;
                Parallel.ForEach(
                    block, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
                    index =>
                    {
                        hashes[index] = Check(index);
                        report(Interlocked.Increment(ref _done));
                    });
                if (_decoded > before)
                {
                    kept.Save();
                }
            }
        }
        catch (OperationCanceledException)
        {
            kept.Save();
            throw;
        }

        return hashes;
    }

    private string Check(int index)
    {
        Sample sample = dataset.Samples[index];
        string stamp = dataset.Stamp(index);
        if (kept.Find(sample.Image, stamp) is { } known)
        {
            return known + sample.Region;
        }

        try
        {
            byte[] bytes = dataset.ReadImage(index);
            ImageDecoder.Decode(bytes, sample.Id).Dispose();
            string hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            kept.Add(sample.Image, stamp, hash);
            Interlocked.Increment(ref _decoded);
            return hash + sample.Region;
        }
        catch (DataFileException e)
        {
            _problems[index] = string.Create(CultureInfo.InvariantCulture, $"{sample.Id}: {e.Problem}");
            return "";
        }
    }
}
