using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

/// <summary>One attention block over image patches, as a vision transformer has it.</summary>
internal sealed class SmallTransformer : nn.Module<Tensor, Tensor>
{
    private const int Heads = 2;
    private const int Width = 8;

    private readonly Conv2d patches = nn.Conv2d(3, Width, 4, stride: 4, bias: false);
    private readonly LayerNorm norm = nn.LayerNorm(Width);
    private readonly Linear qkv = nn.Linear(Width, 3 * Width);
    private readonly Sequential mlp = nn.Sequential(
        ("fc1", nn.Linear(Width, 2 * Width)), ("act", nn.GELU()), ("fc2", nn.Linear(2 * Width, Width)));
    private readonly Parameter cls = nn.Parameter(torch.ones(1, 1, Width));
    private readonly Parameter position = nn.Parameter(torch.zeros(5, Width));
    private readonly ModuleList<Identity> tails = nn.ModuleList(nn.Identity());

    public SmallTransformer()
        : base(nameof(SmallTransformer)) => RegisterComponents();

    public override Tensor forward(Tensor input)
    {
        using var scope = NewDisposeScope();
        var rows = patches.call(input).flatten(2).transpose(1, 2);
        var x = cat([cls.expand(input.shape[0], -1, -1), rows], 1) + position;
        var heads = qkv.call(norm.call(x)).reshape(input.shape[0], 5, 3, Heads, Width / Heads).permute(2, 0, 3, 1, 4);
        var attended = nn.functional.scaled_dot_product_attention(heads[0], heads[1], heads[2]);
        x = x + attended.transpose(1, 2).reshape(input.shape[0], 5, Width);
        x = tails[0].call(x + mlp.call(x));
        return nn.functional.normalize(x[TensorIndex.Colon, 0], dim: -1).MoveToOuterDisposeScope();
    }
}
