using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // Names are paths with dots, e.g. blocks.0.attn.weight.
        public partial class Module
        {
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) =>
                named_parameters(recurse).Select(named => named.parameter);

            /// <summary>Parameters by name, in the order of registration; one that is shared is listed once.</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true) =>
                Unique(Own(), recurse ? Below(module => module.named_parameters()) : []);

            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(named => named.buffer);

            /// <summary>
            /// Buffers by name. Those that are not persistent are left out whatever is asked for, as in the real
            /// library.
            /// </summary>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(
                bool recurse = true, bool include_nonpersistent = true) =>
                Unique(
                    _buffers.Where(named => named.Value.Persistent).Select(named => (named.Key, named.Value.Tensor)),
                    recurse ? Below(module => module.named_buffers(true, include_nonpersistent)) : []);

            public virtual IEnumerable<Module> children() => _modules.Values;

            /// <summary>Every module below this one, by its path.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules() =>
                _modules.Select(named => (named.Key, named.Value)).Concat(Below(module => module.named_modules()));

            /// <summary>A parameter by its path, or null.</summary>
            public virtual Parameter? get_parameter(string target) =>
                Find(target, (module, name) => module.Owned(name));

            /// <summary>A buffer by its path, or null.</summary>
            public virtual Tensor? get_buffer(string target) =>
                Find(target, (module, name) => module._buffers.GetValueOrDefault(name).Tensor);

            private T? Find<T>(string target, Func<Module, string, T?> read)
                where T : class
            {
                if (read(this, target) is { } found) return found;
                var dot = target.IndexOf('.', StringComparison.Ordinal);
                return dot > 0 && _modules.TryGetValue(target[..dot], out var child)
                    ? child.Find(target[(dot + 1)..], read)
                    : null;
            }

            private IEnumerable<(string Name, Parameter Parameter)> Own() =>
                _parameters.Select(named => (named.Key, named.Value));

            private IEnumerable<(string, T)> Below<T>(Func<Module, IEnumerable<(string, T)>> list) =>
                _modules.SelectMany(
                    child => list(child.Value),
                    (child, named) => ($"{child.Key}.{named.Item1}", named.Item2));

            private static IEnumerable<(string, T)> Unique<T>(
                IEnumerable<(string, T)> own, IEnumerable<(string, T)> below)
                where T : Tensor =>
                own.Concat(below).DistinctBy(named => named.Item2.Handle);
        }
    }
}
