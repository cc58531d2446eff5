using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

public sealed class ModuleTests
{
    [Fact]
    public void Sequential_names_its_modules_by_number_or_name()
    {
        using var numbered = nn.Sequential(nn.Linear(2, 2, hasBias: false), nn.GELU(), nn.Linear(2, 2, hasBias: false));
        using var named = nn.Sequential(new[] { Tuple.Create("a", (nn.Module<Tensor, Tensor>)nn.Linear(1, 1)) });

        Assert.Equal(["0.weight", "2.weight"], numbered.state_dict().Keys);
        Assert.Equal(["a.weight", "a.bias"], named.named_parameters().Select(one => one.name));
        Values.AssertEqual(nn.Sequential().call(Values.Vector(1)), [1], 1);
    }

    [Fact]
    public void Sequential_does_not_dispose_its_input()
    {
        using var model = nn.Sequential(nn.Identity(), nn.Identity());
        using var input = Values.Vector(1);

        using var output = model.call(input);

        Values.AssertEqual(input, [1], 1);
    }

    [Fact]
    public void Names_are_paths_through_the_modules()
    {
        using var model = new Nested();

        Assert.Equal(
            ["scale", "blocks.0.weight", "blocks.0.bias", "blocks.1.weight", "blocks.1.bias"],
            model.named_parameters().Select(one => one.name));
        Assert.Equal(["scale"], model.named_parameters(recurse: false).Select(one => one.name));
        Assert.Equal(["mean"], model.named_buffers().Select(one => one.name));
        Assert.Equal(["blocks", "blocks.0", "blocks.1"], model.named_modules().Select(one => one.name));
        Assert.Same(model.Blocks[1].weight, model.get_parameter("blocks.1.weight"));
        Assert.Null(model.get_parameter("blocks.7.weight"));
        Assert.NotNull(model.get_buffer("mean"));
        Assert.Single(model.children());
        Assert.Equal("Nested", model.GetName());
    }

    [Fact]
    public void A_shared_parameter_is_listed_once()
    {
        using var model = new Nested();
        model.register_parameter("again", model.Blocks[0].weight);

        Assert.Equal(5, model.parameters().Count());
    }

    [Fact]
    public void Registration_refuses_bad_names()
    {
        using var model = new Nested();

        Assert.Throws<ArgumentException>(() => model.register_module("a.b", nn.Identity()));
        Assert.Throws<ArgumentException>(() => model.register_module("", nn.Identity()));
        Assert.Throws<InvalidOperationException>(() => model.register_module("blocks", nn.Identity()));
        Assert.Throws<InvalidOperationException>(() => model.register_parameter("scale", new Parameter(ones(1))));
        Assert.Throws<ArgumentNullException>(() => model.register_buffer("none", null!));
    }

    [Fact]
    public void Training_reaches_every_module()
    {
        using var model = new Nested();

        model.eval();

        Assert.All(model.named_modules(), one => Assert.False(one.module.training));
    }

    [Fact]
    public void Conversion_reaches_every_number_but_no_index()
    {
        using var model = new Nested();

        Assert.Same(model, model.to(ScalarType.Float64));

        Assert.All(model.parameters(), parameter => Assert.Equal(ScalarType.Float64, parameter.dtype));
        Assert.All(model.parameters(), parameter => Assert.True(parameter.requires_grad));
        Assert.Equal(ScalarType.Int64, model.buffers().Single().dtype);
        Assert.Equal([2L, 3], model.call(zeros(2, 3, ScalarType.Float64)).shape);
        Assert.Throws<ArgumentException>(() => model.to(ScalarType.Int32));
    }

    [Fact]
    public void Zero_grad_removes_or_clears()
    {
        using var model = nn.Linear(1, 1, hasBias: false);
        model.call(ones(1)).backward();

        model.zero_grad(set_to_none: false);
        Values.AssertEqual(model.weight.grad ?? ones(1), [1, 1], 0);
        model.zero_grad();
        Assert.Null(model.weight.grad);
    }

    [Fact]
    public void Saved_modules_load_as_they_were()
    {
        using var saved = new Nested();
        using var loaded = new Nested();
        using var stream = new MemoryStream();
        var found = new Dictionary<string, bool>();

        saved.save(stream);
        loaded.load(new MemoryStream(stream.ToArray()), loadedParameters: found);

        Assert.Equal(6, found.Count);
        Assert.Equal(
            saved.Blocks[1].weight.data<float>().ToArray(), loaded.Blocks[1].weight.data<float>().ToArray());
        using var other = nn.Linear(3, 3);
        Assert.Throws<ArgumentException>(() => other.load(new MemoryStream(stream.ToArray())));
        other.load(new MemoryStream(stream.ToArray()), strict: false);
    }

    [Fact]
    public void Disposing_a_module_disposes_what_it_owns()
    {
        var model = new Nested();
        var weight = model.Blocks[0].weight;

        model.Dispose();

        Assert.Throws<InvalidOperationException>(() => weight.Handle);
    }

    private sealed class Nested : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter scale = nn.Parameter(ones(1));
        private readonly Tensor mean = zeros(1, ScalarType.Int64);
        private readonly ModuleList<Linear> blocks = nn.ModuleList(nn.Linear(3, 3), nn.Linear(3, 3));

        public Nested()
            : base(nameof(Nested)) => RegisterComponents();

        public ModuleList<Linear> Blocks => blocks;

        public override Tensor forward(Tensor input) => blocks[1].call(blocks[0].call(input)) * scale + mean;
    }
}
