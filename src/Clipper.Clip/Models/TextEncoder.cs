using System.Runtime.InteropServices;
using Clipper.Clip.Models.Layers;
using Clipper.Clip.Models.Weights;
using Clipper.Clip.Runtime;
using Clipper.Core.Errors;
using TorchSharp;
using static TorchSharp.torch;

namespace Clipper.Clip.Models;

/// <summary>A text tower with its weights loaded, ready to embed token ids.</summary>
public sealed class TextEncoder : IDisposable
{
    private const int CudaBatch = 256;

    private readonly TextTransformer _model;
    private readonly Device _device;

    private TextEncoder(ModelDescription description, TextTransformer model, Device device)
    {
        Description = description;
        Settings = description.RequireText();
        _model = model;
        _device = device;
    }

    /// <summary>What the model is, without loading libtorch.</summary>
    public ModelDescription Description { get; }

    /// <summary>Architecture of the tower.</summary>
    public TextSettings Settings { get; }

    /// <summary>Length of an embedding.</summary>
    public int Dimension => Settings.EmbeddingSize;

    /// <summary>Whether it computes on the CPU: there several callers at a time are worth their threads, on a GPU
    /// one is.</summary>
    public bool IsOnCpu => _device.type == DeviceType.CPU;

    /// <summary>Loads the text tower onto the device.</summary>
    /// <param name="description">From <see cref="ModelLoader"/>.</param>
    /// <param name="device">auto, cpu, cuda or cuda:i.</param>
    /// <exception cref="DataFileException">The model has no text tower; libtorch or the weights cannot be loaded; or a
    /// weight is not finite.</exception>
    /// <exception cref="UsageException">There is no such device, or its memory does not hold the weights.</exception>
    public static TextEncoder Load(ModelDescription description, string device)
    {
        var settings = description.RequireText();
        TorchRuntime.Start();
        var place = DeviceChoice.Resolve(device);
        var model = TowerLoading.Load(
            description,
            place,
            () => new TextTransformer(settings, place),
            tower => Fill(tower, settings, description));
        return new TextEncoder(description, model, place);
    }

    /// <summary>Embeds texts. Thread-safe. On the CPU a call computes on one thread, one text after the other up to its
    /// end mark, and leaves torch's thread count of the calling thread at 1: the bits of a row depend neither on the
    /// other rows nor on the number of callers. On CUDA rows do not depend on the batch by more than 1e-6 of their
    /// norm.</summary>
    /// <param name="tokens">int32 [count, ContextLength], as <see cref="Text.ClipTokenizer.Tokenize"/> gives
    /// them.</param>
    /// <param name="count">Texts.</param>
    /// <param name="embeddings">Receives float32 [count, Dimension], not normalised.</param>
    /// <exception cref="ArgumentException">A length does not fit, or a token is not in the vocabulary.</exception>
    public void Encode(ReadOnlySpan<int> tokens, int count, Span<float> embeddings)
    {
        int context = Settings.ContextLength;
        Check(tokens, count, embeddings);
        if (IsOnCpu && get_num_threads() != 1)
        {
            set_num_threads(1);
        }

        using var mode = inference_mode();
        int batch = IsOnCpu ? 1 : CudaBatch;
        for (int start = 0; start < count; start += batch)
        {
            int texts = Math.Min(batch, count - start);
            EncodeBatch(
                tokens.Slice(start * context, texts * context),
                texts,
                embeddings.Slice(start * Dimension, texts * Dimension));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _model.Dispose();

    private static void Fill(TextTransformer model, TextSettings settings, ModelDescription description)
    {
        var shape = TextShape.Of(settings);
        if (description.Path is not { } path)
        {
            ParameterFilling.Fill(model, shape, new RandomWeights(description.Seed, shape));
            return;
        }

        using var checkpoint = ModelCheckpoint.Open(path);
        ParameterFilling.Fill(model, shape, checkpoint.TextWeights());
    }

    private void EncodeBatch(ReadOnlySpan<int> tokens, int texts, Span<float> embeddings)
    {
        int context = Settings.ContextLength;
        int length = 0;
        for (int text = 0; text < texts; text++)
        {
            length = Math.Max(length, Settings.PooledPosition(tokens.Slice(text * context, context)) + 1);
        }

        using var scope = NewDisposeScope();
        var ids = empty(texts, length, dtype: ScalarType.Int64);
        var values = MemoryMarshal.Cast<byte, long>(ids.bytes);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = tokens[(i / length * context) + (i % length)];
        }

        var result = _model.call(ids.to(_device)).cpu();
        MemoryMarshal.Cast<byte, float>(result.bytes).CopyTo(embeddings);
    }

    private void Check(ReadOnlySpan<int> tokens, int count, Span<float> embeddings)
    {
        bool fits = count >= 0 && tokens.Length == (long)count * Settings.ContextLength
            && embeddings.Length == (long)count * Dimension;
        if (!fits)
        {
            throw new ArgumentException(
                $"{count} texts have {Settings.ContextLength} tokens and {Dimension} values each; got {tokens.Length} "
                + $"tokens and {embeddings.Length} values.",
                nameof(count));
        }

        foreach (int token in tokens)
        {
            if (token < 0 || token >= Settings.VocabularySize)
            {
                throw new ArgumentException(
                    $"Token {token} is not one of the model's {Settings.VocabularySize}.", nameof(tokens));
            }
        }
    }
}
