using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Clipper.Clip.Imaging;
using Clipper.Clip.Models.Layers;
using Clipper.Clip.Models.Weights;
using Clipper.Clip.Runtime;
using Clipper.Core.Errors;
using TorchSharp;
using static TorchSharp.torch;

namespace Clipper.Clip.Models;

/// <summary>A vision tower with its weights loaded, ready to embed pixels.</summary>
public sealed class ImageEncoder : IDisposable
{
    // A core's caches hold a batch of 8; a GPU wants its processors filled.
    private const int CpuBatch = 8;
    private const int CudaBatch = 256;

    private readonly VisionTransformer _model;
    private readonly TowerPlacement _placement;
    private readonly ImagePreprocessor _preprocessor;

    // One for each caller at a time.
    private readonly ConcurrentBag<IPatchMaker> _makers = [];

    private ImageEncoder(
        ModelDescription description, VisionTransformer model, TowerPlacement placement, Precision precision)
    {
        Description = description;
        Precision = precision;
        _model = model;
        _placement = placement;
        _preprocessor = new(description.Preprocess);
    }

    private delegate Tensor RowMaking<T>(IPatchMaker maker, ReadOnlySpan<T> images, int count);

    /// <summary>What the model is, without loading libtorch.</summary>
    public ModelDescription Description { get; }

    /// <summary>Length of an embedding.</summary>
    public int Dimension => Description.Vision.EmbeddingSize;

    /// <summary>In which numbers its linear layers compute.</summary>
    public Precision Precision { get; }

    /// <summary>Whether it computes on the CPU: there several callers at a time are worth their threads, on a GPU
    /// one is.</summary>
    public bool IsOnCpu => _placement.Device.type == DeviceType.CPU;

    /// <summary>Loads the model onto the device.</summary>
    /// <param name="description">From <see cref="ModelLoader"/>.</param>
    /// <param name="device">auto, cpu, cuda or cuda:i.</param>
    /// <exception cref="DataFileException">libtorch or the weights cannot be loaded, or a weight is not
    /// finite.</exception>
    /// <param name="precision">In which numbers the linear layers compute, on a GPU the whole tower. On a CPU bf16
    /// changes a row by 1 − cosine ≤ 1e-5 in towers of CLIP's widths, and by more in narrower ones.</param>
    /// <exception cref="UsageException">There is no such device, it cannot do the precision, or its memory does not
    /// hold the weights.</exception>
    public static ImageEncoder Load(
        ModelDescription description, string device, Precision precision = Precision.Single)
    {
        TorchRuntime.Start();
        return Load(description, TowerPlacement.Of(device, precision), precision);
    }

    /// <summary>Loads the model with a placement of its own: how a GPU's is tried out on a CPU.</summary>
    internal static ImageEncoder Load(ModelDescription description, TowerPlacement placement, Precision precision)
    {
        TorchRuntime.Start();
        if (placement.Device.type != DeviceType.CPU)
        {
            // For the whole process; an experiment has one precision.
            backends.cuda.matmul.allow_tf32 = precision == Precision.TensorFloat32;
        }

        var model = TowerLoading.Load(
            description,
            placement.Device,
            () => new VisionTransformer(description.Vision, placement.Device, placement.Linear, placement.Stream),
            tower => Fill(tower, description));
        return new ImageEncoder(description, model, placement, precision);
    }

    /// <summary>Embeds normalised pixels. Thread-safe. On the CPU a call computes on one thread, and leaves torch's
    /// thread count of the calling thread at 1: throughput comes from several callers, and the bits do not depend
    /// on their number. Rows do not depend on the batch by more than 1e-6 of their norm.</summary>
    /// <param name="planes">float32 [count, 3, size, size].</param>
    /// <param name="count">Images.</param>
    /// <param name="embeddings">Receives float32 [count, Dimension], not normalised.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public void Encode(ReadOnlySpan<float> planes, int count, Span<float> embeddings)
    {
        int size = Description.Vision.ImageSize;
        Check(nameof(planes), planes.Length, [count, 3, size, size]);
        Check(nameof(embeddings), embeddings.Length, [count, Dimension]);
        EncodeAll(planes, count, embeddings, static (maker, images, part) => maker.FromPlanes(images, part));
    }

    /// <summary>Embeds pixels as <see cref="ImagePreprocessor"/> makes them, which it normalises with the model's mean
    /// and std: the rows of <see cref="Encode"/>, with a quarter of the bytes to keep. Thread-safe.</summary>
    /// <param name="pixels">uint8 [count, size, size, 3].</param>
    /// <param name="count">Images.</param>
    /// <param name="embeddings">Receives float32 [count, Dimension], not normalised.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public void EncodePixels(ReadOnlySpan<byte> pixels, int count, Span<float> embeddings)
    {
        int size = Description.Vision.ImageSize;
        Check(nameof(pixels), pixels.Length, [count, size, size, 3]);
        Check(nameof(embeddings), embeddings.Length, [count, Dimension]);
        EncodeAll(pixels, count, embeddings, static (maker, images, part) => maker.FromPixels(images, part));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var maker in _makers)
        {
            maker.Dispose();
        }

        _makers.Clear();
        _model.Dispose();
        Malloc.Trim();
    }

    private int ImageValues => 3 * Description.Vision.ImageSize * Description.Vision.ImageSize;

    private void EncodeAll<T>(ReadOnlySpan<T> images, int count, Span<float> embeddings, RowMaking<T> make)
    {
        var maker = _makers.TryTake(out var idle) ? idle : NewMaker();
        try
        {
            EncodeAll(maker, images, count, embeddings, make);
        }
        catch
        {
            // The device may still be copying from its buffer.
            maker.Dispose();
            throw;
        }

        _makers.Add(maker);
    }

    private void EncodeAll<T>(
        IPatchMaker maker, ReadOnlySpan<T> images, int count, Span<float> embeddings, RowMaking<T> make)
    {
        int batch = IsOnCpu ? CpuBatch : CudaBatch;
        if (IsOnCpu && get_num_threads() != 1)
        {
            set_num_threads(1);
        }

        using var mode = inference_mode();
        for (int start = 0; start < count; start += batch)
        {
            int part = Math.Min(batch, count - start);
            using var scope = NewDisposeScope();
            var tokens = Tokens(maker, images.Slice(start * ImageValues, part * ImageValues), part, make);
            // Waits for all that was queued, so that the maker's buffer is free again.
            var result = _model.FromTokens(tokens).cpu();
            MemoryMarshal.Cast<byte, float>(result.bytes).CopyTo(embeddings.Slice(start * Dimension, part * Dimension));
        }
    }

    // The rows take as much as all that comes after them, so they are freed before it.
    private Tensor Tokens<T>(IPatchMaker maker, ReadOnlySpan<T> images, int count, RowMaking<T> make)
    {
        using var scope = NewDisposeScope();
        return _model.Embed(make(maker, images, count)).MoveToOuterDisposeScope();
    }

    private IPatchMaker NewMaker() => _placement.CutsOnDevice
        ? new DevicePatches(Description.Vision, Description.Preprocess, _placement.Device)
        : new HostPatches(Description.Vision, _preprocessor);

    private static void Fill(VisionTransformer model, ModelDescription description)
    {
        var shape = VisionShape.Of(description.Vision);
        if (description.Path is not { } path)
        {
            ParameterFilling.Fill(model, shape, new RandomWeights(description.Seed, shape));
            return;
        }

        using var checkpoint = ModelCheckpoint.Open(path);
        ParameterFilling.Fill(model, shape, checkpoint.VisionWeights);
    }

    private static void Check(string name, int length, ReadOnlySpan<int> shape)
    {
        long needed = 1;
        foreach (int size in shape)
        {
            needed *= size;
        }

        if (shape[0] < 0 || length != needed)
        {
            string text = string.Join(", ", shape.ToArray());
            throw new ArgumentException($"Expected {needed} values of shape [{text}], got {length}.", name);
        }
    }
}
