using System.Runtime.InteropServices;
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

    private ImageEncoder(ModelDescription description, VisionTransformer model, Device device, Precision precision)
    {
        Description = description;
        Precision = precision;
        _model = model;
        _device = device;
    }

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
        int imageValues = 3 * size * size;
        int batch = IsOnCpu ? CpuBatch : CudaBatch;
        if (IsOnCpu && get_num_threads() != 1)
        {
            set_num_threads(1);
        }

        using var mode = inference_mode();
        for (int start = 0; start < count; start += batch)
        {
            int images = Math.Min(batch, count - start);
            EncodeBatch(
                planes.Slice(start * imageValues, images * imageValues),
                images,
                embeddings.Slice(start * Dimension, images * Dimension));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _model.Dispose();

    private void EncodeBatch(ReadOnlySpan<float> planes, int images, Span<float> embeddings)
    {
        var vision = Description.Vision;
        using var scope = NewDisposeScope();
        var rows = empty(images, vision.Tokens, vision.PatchValues);
        PatchRows.Fill(planes, images, vision, MemoryMarshal.Cast<byte, float>(rows.bytes));
        var result = _model.call(Upload(rows)).cpu();
        MemoryMarshal.Cast<byte, float>(result.bytes).CopyTo(embeddings);
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
