using System.Buffers;
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
    private readonly Device _device;
    private readonly ImagePreprocessor _preprocessor;

    private ImageEncoder(ModelDescription description, VisionTransformer model, Device device, Precision precision)
    {
        Description = description;
        Precision = precision;
        _model = model;
        _device = device;
        _preprocessor = new(description.Preprocess);
    }

    private delegate void RowFilling<T>(ReadOnlySpan<T> images, int count, Span<float> rows);

    /// <summary>What the model is, without loading libtorch.</summary>
    public ModelDescription Description { get; }

    /// <summary>Length of an embedding.</summary>
    public int Dimension => Description.Vision.EmbeddingSize;

    /// <summary>In which numbers its linear layers compute.</summary>
    public Precision Precision { get; }

    /// <summary>Whether it computes on the CPU: there several callers at a time are worth their threads, on a GPU
    /// one is.</summary>
    public bool IsOnCpu => _device.type == DeviceType.CPU;

    /// <summary>Loads the model onto the device.</summary>
    /// <param name="description">From <see cref="ModelLoader"/>.</param>
    /// <param name="device">auto, cpu, cuda or cuda:i.</param>
    /// <exception cref="DataFileException">libtorch or the weights cannot be loaded, or a weight is not
    /// finite.</exception>
    /// <param name="precision">In which numbers the linear layers compute. bf16 changes a row by 1 − cosine ≤
    /// 1e-5 in towers of CLIP's widths, and by more in narrower ones.</param>
    /// <exception cref="UsageException">There is no such device, or it cannot do the precision.</exception>
    public static ImageEncoder Load(
        ModelDescription description, string device, Precision precision = Precision.Single)
    {
        TorchRuntime.Start();
        var place = DeviceChoice.Resolve(device);
        if (place.type == DeviceType.CPU)
        {
            Precisions.RequireOnCpu(precision, Precisions.ProcessorHasBFloat16);
        }
        else
        {
            // For the whole process; an experiment has one precision.
            backends.cuda.matmul.allow_tf32 = precision == Precision.TensorFloat32;
        }

        var model = new VisionTransformer(description.Vision, place, Precisions.TypeOf(precision));
        try
        {
            Fill(model, description);
        }
        catch
        {
            model.Dispose();
            throw;
        }

        return new ImageEncoder(description, model, place, precision);
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
        EncodeAll(planes, count, embeddings, FillRows);
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
        EncodeAll(pixels, count, embeddings, FillNormalizedRows);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _model.Dispose();
        Malloc.Trim();
    }

    private int ImageValues => 3 * Description.Vision.ImageSize * Description.Vision.ImageSize;

    private void EncodeAll<T>(ReadOnlySpan<T> images, int count, Span<float> embeddings, RowFilling<T> fill)
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
            var tokens = Tokens(images.Slice(start * ImageValues, part * ImageValues), part, fill);
            var result = _model.FromTokens(tokens).cpu();
            MemoryMarshal.Cast<byte, float>(result.bytes).CopyTo(embeddings.Slice(start * Dimension, part * Dimension));
        }
    }

    // The rows take as much as all that comes after them, so they are freed before it.
    private Tensor Tokens<T>(ReadOnlySpan<T> images, int count, RowFilling<T> fill)
    {
        var vision = Description.Vision;
        using var scope = NewDisposeScope();
        var rows = empty(count, vision.Tokens, vision.PatchValues);
        fill(images, count, MemoryMarshal.Cast<byte, float>(rows.bytes));
        return _model.Embed(Upload(rows)).MoveToOuterDisposeScope();
    }

    private void FillRows(ReadOnlySpan<float> planes, int count, Span<float> rows) =>
        PatchRows.Fill(planes, count, Description.Vision, rows);

    // Image by image, so that the planes stay in the core's caches.
    private void FillNormalizedRows(ReadOnlySpan<byte> pixels, int count, Span<float> rows)
    {
        float[] buffer = ArrayPool<float>.Shared.Rent(ImageValues);
        Span<float> planes = buffer.AsSpan(0, ImageValues);
        int imageRows = rows.Length / count;
        for (int image = 0; image < count; image++)
        {
            _preprocessor.Normalize(pixels.Slice(image * ImageValues, ImageValues), planes);
            FillRows(planes, 1, rows.Slice(image * imageRows, imageRows));
        }

        ArrayPool<float>.Shared.Return(buffer);
    }

    // From pinned memory the copy to a GPU runs beside what it computes for another caller.
    private Tensor Upload(Tensor rows) => IsOnCpu ? rows : rows.pin_memory().to(_device, non_blocking: true);

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
