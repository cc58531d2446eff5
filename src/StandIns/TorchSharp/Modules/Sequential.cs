using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>
    /// Passes a tensor through its modules in order; what one hands to the next is disposed once used. Modules without
    /// names are named 0, 1, ….
    /// </summary>
    public class Sequential : nn.Module<Tensor, Tensor>
    {
        private readonly List<nn.Module<Tensor, Tensor>> _steps = [];

        internal Sequential(IEnumerable<(string? Name, nn.Module<Tensor, Tensor> Module)> modules)
            : base(nameof(Sequential))
        {
            foreach (var (name, module) in modules)
            {
                register_module(name ?? _steps.Count.ToString(CultureInfo.InvariantCulture), module);
                _steps.Add(module);
            }
        }

        public override Tensor forward(Tensor tensor)
        {
            if (_steps.Count == 0) return tensor.alias();
            var current = _steps[0].call(tensor);
            for (var i = 1; i < _steps.Count; i++)
            {
                var next = _steps[i].call(current);
                current.Dispose();
                current = next;
            }

            return current;
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Sequential Sequential() => new([]);

            public static Modules.Sequential Sequential(
                params (string name, Module<Tensor, Tensor> submodule)[] modules) =>
                new(modules.Select(named => ((string?)named.name, named.submodule)));

            public static Modules.Sequential Sequential(params Module<Tensor, Tensor>[] modules) => Numbered(modules);

            public static Modules.Sequential Sequential(params Tuple<string, Module<Tensor, Tensor>>[] modules) =>
                new(modules.Select(named => ((string?)named.Item1, named.Item2)));

            public static Modules.Sequential Sequential(
                IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) =>
                new(modules.Select(named => ((string?)named.name, named.submodule)));

            public static Modules.Sequential Sequential(IEnumerable<Tuple<string, Module<Tensor, Tensor>>> modules) =>
                new(modules.Select(named => ((string?)named.Item1, named.Item2)));

            public static Modules.Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) =>
                Numbered(modules);

            private static Modules.Sequential Numbered(IEnumerable<Module<Tensor, Tensor>> modules) =>
                new(modules.Select(module => ((string?)null, module)));
        }
    }
}
