namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        // TorchSharp's own format: the number of tensors, then name and tensor of each.
        public partial class Module
        {
            public Module save(string location, IList<string>? skip = null)
            {
                using var stream = File.Create(location);
                return save(stream, skip);
            }

            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                var kept = state_dict().Where(named => skip?.Contains(named.Key) != true).ToList();
                writer.Write7BitEncodedInt64(kept.Count);
                foreach (var (name, tensor) in kept)
                {
                    writer.Write(name);
                    tensor.Save(writer);
                }

                return this;
            }

            /// <summary>Writes the state and closes the stream, as the real library does.</summary>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="ArgumentException">Strict, and the names differ; or a type or shape does.</exception>
            public virtual Module load(
                string location, bool strict = true, IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null)
            {
                using var stream = File.OpenRead(location);
                return load(stream, strict, skip, loadedParameters);
            }

            public virtual Module load(
                BinaryReader reader, bool strict = true, IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null)
            {
                var state = state_dict();
                var count = reader.Read7BitEncodedInt64();
                if (strict && count != state.Count)
                {
                    throw new ArgumentException(
                        $"Mismatched state_dict sizes: expected {state.Count}, but found {count} entries.");
                }

                for (var i = 0L; i < count; i++) LoadOne(reader, state, strict, skip, loadedParameters);
                return this;
            }

            public Module load(
                Stream stream, bool strict = true, IList<string>? skip = null,
                Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip, loadedParameters);
            }

            private static void LoadOne(
                BinaryReader reader, Dictionary<string, Tensor> state, bool strict, IList<string>? skip,
                Dictionary<string, bool>? loadedParameters)
            {
                var name = reader.ReadString();
                var known = state.TryGetValue(name, out var tensor);
                if (strict && !known)
                {
                    throw new ArgumentException(
                        "Mismatched module state names: "
                        + $"the target modules does not have a submodule or buffer named '{name}'");
                }

                if (tensor is not null && skip?.Contains(name) != true) tensor.Load(reader);
                else TensorExtensionMethods.Load(reader).Dispose();
                loadedParameters?.Add(name, known);
            }
        }
    }
}
