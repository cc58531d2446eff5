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

/// <summary>goldens/clip, <c>inter/image/*</c>: every step of the tower on the first image.</summary>
public sealed class ClipIntermediateTests
{
    private const string Folder = "clip";
    private const string InputsEnding = "_io.safetensors";
    private const string Prefix = "inter/image/";

    public static TheoryData<string> Models => new(GoldenFolder.Files(Folder, "*" + InputsEnding)
        .Select(path => Path.GetFileName(path)[..^InputsEnding.Length]));

    [Theory]
    [MemberData(nameof(Models))]
    public void Forward_every_golden_step_agrees(string model)
    {
        using var golden = SafetensorsFile.Open(GoldenFolder.Combine(Folder, model + InputsEnding));
        var steps = golden.Tensors.Keys.Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToArray();
        var description = ModelLoader.Describe(
            GoldenFolder.Files(Folder, $"{model}_openai*.safetensors")[0]);
        var actual = Steps(description, golden.ReadFloats("pixel_values"));

        Assert.NotEmpty(steps);
        foreach (string step in steps)
        {
            Assert.True(actual.ContainsKey(step[Prefix.Length..]), $"{step} is a step of an unknown kind");
            double error = RelativeError.Between(actual[step[Prefix.Length..]], golden.ReadDoubles(step));
            Assert.True(error <= RelativeError.Tolerance, $"{step}: {error:E2}");
        }
    }

    private static Dictionary<string, float[]> Steps(ModelDescription description, float[] pixels)
    {
        TorchRuntime.Start();
        var vision = description.Vision;
        using var mode = inference_mode();
        using var scope = NewDisposeScope();
        using var model = new VisionTransformer(vision, CPU);
        using var checkpoint = VisionCheckpoint.Open(description.Path ?? "");
        ParameterFilling.Fill(model, VisionShape.Of(vision), checkpoint);
        var rows = empty(1, vision.Tokens, vision.PatchValues);
        PatchRows.Fill(pixels, 1, vision, MemoryMarshal.Cast<byte, float>(rows.bytes));

        var steps = new Dictionary<string, float[]>();
        steps["conv1"] = Values(model.MultiplyPatches(rows).narrow(1, 1, vision.Tokens - 1).transpose(1, 2));
        var tokens = model.Embed(rows);
        steps["patch_cls_pos"] = Values(tokens);
        tokens = model.NormBefore?.call(tokens) ?? tokens;
        steps["ln_pre"] = Values(tokens);
        foreach (var (index, block) in model.Blocks.Blocks.Index())
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"block{index}");
            tokens = AddBlock(steps, name, block, vision, tokens);
        }

        steps["ln_post_cls"] = Values(model.NormAfter.call(tokens.select(1, 0)));
        return steps;
    }

    private static Tensor AddBlock(
        Dictionary<string, float[]> steps, string name, TransformerBlock block, VisionSettings vision, Tensor tokens)
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
        steps[name + ".gelu"] = Values(ActivationFunction.Apply(vision.Activation, hidden));
        steps[name + ".c_proj"] = Values(block.Mlp.call(norm2));
        var result = block.call(tokens);
        steps[name] = Values(result);
        return result;
    }

    private static float[] Values(Tensor tensor) =>
        MemoryMarshal.Cast<byte, float>(tensor.contiguous().bytes).ToArray();
}
