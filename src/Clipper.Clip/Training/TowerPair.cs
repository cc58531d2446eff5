using System.Runtime.InteropServices;
using Clipper.Clip.Models;
using Clipper.Clip.Models.Layers;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Clipper.Clip.Training;

/// <summary>Both towers of a model in training, and its temperature.</summary>
internal sealed class TowerPair : IDisposable
{
    // CLIP starts at e^2.66 and lets the scale grow to 100.
    private const double StartingScale = 14;
    private const double LargestScale = 100;

    private readonly VisionSettings _visionSettings;
    private readonly TextSettings _textSettings;

    /// <summary>Towers with parameters that are not yet filled.</summary>
    public TowerPair(VisionSettings vision, TextSettings text)
    {
        (_visionSettings, _textSettings) = (vision, text);
        Vision = new VisionTransformer(vision, CPU);
        Text = new TextTransformer(text, CPU);
        LogitScale = new Parameter(full(1, (float)Math.Log(StartingScale)));
        Parameters = [.. Vision.parameters(), .. Text.parameters(), LogitScale];
    }

    /// <summary>The image tower.</summary>
    public VisionTransformer Vision { get; }

    /// <summary>The text tower.</summary>
    public TextTransformer Text { get; }

    /// <summary>Logarithm of what cosines are multiplied by, one value.</summary>
    public Parameter LogitScale { get; }

    /// <summary>All parameters, in a fixed order.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Adds the gradients of a part of a step to those that are there.</summary>
    /// <param name="batch">What it sees.</param>
    /// <param name="share">What its loss counts in the whole.</param>
    /// <returns>The loss.</returns>
    public double Learn(CaptionedPictures batch, double share)
    {
        using var scope = NewDisposeScope();
        var scale = exp(LogitScale).clamp(max: LargestScale);
        var loss = ContrastiveLoss.Of(
            Images(batch.Planes.Span, batch.Count), Texts(batch.Tokens.Span), scale, batch.Truth.Span,
            batch.Doubt.Span);
        loss.mul(share).backward();
        return loss.item<float>();
    }

    /// <summary>Unit embeddings [count, d] of pictures, float32 [count, 3, size, size].</summary>
    public Tensor Images(ReadOnlySpan<float> planes, int count)
    {
        using var rows = Rows(planes, count, _visionSettings);
        return nn.functional.normalize(Vision.call(rows));
    }

    /// <summary>Unit embeddings [count, d] of token ids [count, context].</summary>
    public Tensor Texts(ReadOnlySpan<int> tokens) =>
        nn.functional.normalize(Text.call(TokenRows.ToTensor(tokens, _textSettings)));

    /// <summary>Rows of <see cref="PatchRows"/> as a tensor.</summary>
    public static Tensor Rows(ReadOnlySpan<float> planes, int count, VisionSettings vision)
    {
        var rows = empty(count, vision.Tokens, vision.PatchValues);
        PatchRows.Fill(planes, count, vision, MemoryMarshal.Cast<byte, float>(rows.bytes));
        return rows;
    }

    /// <summary>Begins a new step.</summary>
    public void ForgetGradients()
    {
        foreach (var parameter in Parameters)
        {
            parameter.grad = null;
        }
    }

    /// <summary>Adds the gradients of <paramref name="other"/> to these.</summary>
    public void AddGradients(TowerPair other)
    {
        using var mode = no_grad();
        using var scope = NewDisposeScope();
        foreach (var (mine, theirs) in Parameters.Zip(other.Parameters))
        {
            if (theirs.grad is { } gradient)
            {
                mine.grad?.add_(gradient);
            }
        }
    }

    /// <summary>Takes over the weights of <paramref name="other"/>.</summary>
    public void Follow(TowerPair other)
    {
        foreach (var (mine, theirs) in Parameters.Zip(other.Parameters))
        {
            theirs.bytes.CopyTo(mine.bytes);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Vision.Dispose();
        Text.Dispose();
        LogitScale.Dispose();
    }
}
