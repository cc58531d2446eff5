namespace Clipper.Bench.Datasets;

/// <summary>A data set: samples with labels, and their encoded images read on demand. Thread-safe.</summary>
public interface IDataset : IDisposable
{
    /// <summary>Name in configuration and records, e.g. omniglot.</summary>
    string Name { get; }

    /// <summary>Form or split in records, e.g. evaluation, single, multi.</summary>
    string Variant { get; }

    /// <summary>Name and variant in one word, e.g. shapes-single.</summary>
    string QualifiedName => Variant.Length > 0 ? $"{Name}-{Variant}" : Name;

    /// <summary>Whether a sample can have several labels.</summary>
    bool IsMultiLabel { get; }

    /// <summary>Class names, in the data set's own order (PROTOCOL 4.3: sorted; omniglot: order of first
    /// appearance).</summary>
    IReadOnlyList<string> Classes { get; }

    /// <summary>What the classes are called in words, for prompts; <see cref="Classes"/> where nothing else is
    /// known.</summary>
    IReadOnlyList<string> ClassNames => Classes;

    /// <summary>Whether <see cref="ClassNames"/> say in words what is to be seen, so that a prompt can be made of
    /// them.</summary>
    bool HasWords => true;

    /// <summary>Samples in loader order.</summary>
    IReadOnlyList<Sample> Samples { get; }

    /// <summary>Whether episodes draw images, of which parts then are the samples (COCO's patches), and not single
    /// samples.</summary>
    bool DrawsImages => false;

    /// <summary>SHA-256 over what decides the images and labels (names, sizes, content hashes or archive hashes, the
    /// recipe of a generated set).</summary>
    string ManifestHash { get; }

    /// <summary>SHA-256 (lower-case hexadecimal) of every sample's encoded bytes, in sample order; empty where they are
    /// not known.</summary>
    IReadOnlyList<string> ContentHashes => [];

    /// <summary>Whether a sample is refused whenever it is drawn, though it stays in its labels' lists (the reference
    /// does so with grey pictures, PROTOCOL 2.4).</summary>
    bool Refuses(int index) => false;

    /// <summary>The sample whose picture stands for sample <paramref name="index"/> where that is support: itself, but
    /// for a defect of the reference (PROTOCOL Q11).</summary>
    int SupportOf(int index) => index;

    /// <summary>The encoded bytes (JPEG, PNG, GIF, BMP or TIFF) of the image of sample <paramref name="index"/>; the
    /// sample may be a part of it (<see cref="Sample.Region"/>).</summary>
    byte[] ReadImage(int index);
}
