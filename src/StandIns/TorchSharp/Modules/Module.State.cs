namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Parameters and persistent buffers by name; the tensors themselves, not copies.</summary>
            public virtual Dictionary<string, Tensor> state_dict(
                Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                var start = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach (var (name, parameter) in named_parameters()) destination.TryAdd(start + name, parameter);
                foreach (var (name, buffer) in named_buffers()) destination.TryAdd(start + name, buffer);
                return destination;
            }

            /// <summary>Copies values, by name, into the tensors of this module.</summary>
            /// <returns>Names that the source lacks, and names that this module lacks.</returns>
            /// <exception cref="InvalidOperationException">Strict, and some name is on one side only.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var target = state_dict();
                var left = skip ?? [];
                var unexpected = source.Keys.Where(key => !target.ContainsKey(key)).Except(left).ToList();
                var missing = target.Keys.Where(key => !source.ContainsKey(key)).Except(left).ToList();
                if (strict && missing.Count + unexpected.Count > 0)
                {
                    throw new InvalidOperationException(
                        "The loaded state_dict is not identical to the target dictionary.");
                }

                using var unrecorded = no_grad();
                foreach (var (name, value) in source)
                {
                    if (!left.Contains(name) && target.TryGetValue(name, out var tensor)) tensor.copy_(value);
                }

                return (missing, unexpected);
            }
        }
    }
}
