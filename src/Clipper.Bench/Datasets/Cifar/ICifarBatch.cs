using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Cifar;

/// <summary>A file of CIFAR images. Thread-safe.</summary>
internal interface ICifarBatch
{
    /// <summary>Bytes of an image: a red, a green and a blue plane of 32 rows.</summary>
    const int ImageLength = 3 * CifarStore.Side * CifarStore.Side;

    /// <summary>The file.</summary>
    string Path { get; }

    /// <summary>Label of every image.</summary>
    IReadOnlyList<int> Labels { get; }

    /// <summary>The planes of an image.</summary>
    /// <exception cref="DataFileException">The file was changed, or cannot be read.</exception>
    ReadOnlyMemory<byte> Planes(int number);
}
