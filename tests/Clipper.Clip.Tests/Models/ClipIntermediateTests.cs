using System.Globalization;
using System.Runtime.InteropServices;
using Clipper.Clip.Checkpoints;
using Clipper.Clip.Models;
using Clipper.Clip.Models.Layers;
using Clipper.Clip.Models.Weights;
using Clipper.Clip.Runtime;
using Clipper.Testing;
using static TorchSharp.torch;

namespace Clipper.Clip.Tests.Models;

/// <summary>goldens/clip, <c>inter/image/*</c> and <c>inter/text/*</c>: every step of the towers on the first image and
/// on the text of row 3.</summary>
public sealed class ClipIntermediateTests
{
    private const string Folder = "clip";
    private const string InputsEnding = "_io.safetensors";
    private const string Image = "inter/image/";
    private const string Text = "inter/text/";
    private const int TextRow = 3;

    public static TheoryData<string> Models => new(GoldenFolder.Files(Folder, "*" + InputsEnding)
        .Select(path => Path.GetFileName(path)[..^InputsEnding.Length]));

    [Theory]
    [MemberData(nameof(Models))]
    public void Forward_every_golden_step_agrees(string model)
    {
        using var golden = SafetensorsFile.Open(GoldenFolder.Combine(Folder, model + InputsEnding));
        var description = ModelLoader.Describe(
            GoldenFolder.Files(Folder, $"{model}_openai*.safetensors")[0]);
        TorchRuntime.Start();

        AssertSteps(golden, Image, ImageSteps(description, golden.ReadFloats("pixel_values")));
        AssertSteps(golden, Text, TextSteps(description, golden.ReadFloats("tokens")));
        Assert.All(
            golden.Tensors.Keys.Where(name => name.StartsWith("inter/", StringComparison.Ordinal)),
            name => Assert.Matches("^inter/(image|text)/", name));
    }

    private static void AssertSteps(SafetensorsFile golden, string prefix, Dictionary<string, float[]> actual)
    {
        var steps = golden.Tensors.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).ToArray();
        Assert.NotEmpty(steps);
        foreach (string step in steps)
        {
            Assert.True(actual.ContainsKey(step[prefix.Length..]), $"{step} is a step of an unknown kind");
            double error = RelativeError.Between(actual[step[prefix.Length..]], golden.ReadDoubles(step));
            Assert.True(error <= RelativeError.Tolerance, $"{step}: {error:E2}");
        }
    }

    private static Dictionary<string, float[]> TextSteps(ModelDescription description, float[] tokens)
    {
        var text = description.RequireText();
        using var mode = inference_mode();
        using var scope = NewDisposeScope();
        using var model = new TextTransformer(text, CPU);
        using var checkpoint = ModelCheckpoint.Open(description.Path ?? "");
        ParameterFilling.Fill(model, TextShape.Of(text), checkpoint.TextWeights());
        var ids = empty(1, text.ContextLength, dtype: ScalarType.Int64);
        var row = tokens.AsSpan(TextRow * text.ContextLength, text.ContextLength);
        for (int i = 0; i < row.Length; i++)
        {
            MemoryMarshal.Cast<byte, long>(ids.bytes)[i] = (long)row[i];
        }

        var steps = new Dictionary<string, float[]>();
        var stream = model.Embed(ids);
        steps["tok_pos"] = Values(stream);
        stream = AddBlocks(steps, model.Blocks, text.Activation, stream);
        steps["ln_final"] = Values(model.NormAfter.call(stream));
        return steps;
    }

    private static Dictionary<string, float[]> ImageSteps(ModelDescription description, float[] pixels)
    {
        var vision = description.Vision;
        using var mode = inference_mode();
        using var scope = NewDisposeScope();
        using var model = new VisionTransformer(vision, CPU);
        using var checkpoint = ModelCheckpoint.Open(description.Path ?? "");
        ParameterFilling.Fill(model, VisionShape.Of(vision), checkpoint.VisionWeights);
        var rows = empty(1, vision.Tokens, vision.PatchValues);
        PatchRows.Fill(pixels, 1, vision, MemoryMarshal.Cast<byte, float>(rows.bytes));

        var steps = new Dictionary<string, float[]>();
        steps["conv1"] = Values(model.MultiplyPatches(rows).narrow(1, 1, vision.Tokens - 1).transpose(1, 2));
        var tokens = model.Embed(rows);
        steps["patch_cls_pos"] = Values(tokens);
        tokens = model.NormBefore?.call(tokens) ?? tokens;
        steps["ln_pre"] = Values(tokens);
        tokens = AddBlocks(steps, model.Blocks, vision.Activation, tokens);
        steps["ln_post_cls"] = Values(model.NormAfter.call(tokens.select(1, 0)));
        return steps;
    }

    private static Tensor AddBlocks(
        Dictionary<string, float[]> steps, Transformer blocks, Activation activation, Tensor tokens)
    {
        foreach (var (index, block) in blocks.Blocks.Index())
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"block{index}");
            tokens = AddBlock(steps, name, block, activation, tokens);
        }

        return tokens;
    }

    private static Tensor AddBlock(
        Dictionary<string, float[]> steps, string name, TransformerBlock block, Activation activation, Tensor tokens)
    {
        var norm1 = block.AttentionNorm.call(tokens);
        steps[name + ".ln_1"] = Values(norm1);
        var mixed = block.Attention.call(norm1);
        steps[name + ".attn_out"] = Values(mixed);
        var after = tokens.add(mixed);
        steps[name + ".after_attn"] = Values(after);
        var norm2 = block.MlpNorm.call(after);
        steps[name + ".ln_2"] = Values(norm2);
        var hidden = block.Mlp.Hidden.call(norm2);
        steps[name + ".c_fc"] = Values(hidden);
        steps[name + ".gelu"] = Values(ActivationFunction.Apply(activation, hidden));
        steps[name + ".c_proj"] = Values(block.Mlp.call(norm2));
        var result = block.call(tokens);
        steps[name] = Values(result);
        return result;
    }

    private static float[] Values(Tensor tensor) =>
        MemoryMarshal.Cast<byte, float>(tensor.contiguous().bytes).ToArray();
}
