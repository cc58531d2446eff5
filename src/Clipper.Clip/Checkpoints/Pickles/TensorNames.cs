using Clipper.Core.Errors;

namespace Clipper.Clip.Checkpoints.Pickles;

/// <summary>Names the tensors of a pickled value: the keys of a state dict, or the paths of attributes of a TorchScript
/// module, joined by dots.</summary>
/// <param name="path">The file, for errors.</param>
internal sealed class TensorNames(string path)
{
    private const int MostTensors = 100_000;
    private const int MostModules = 100_000;
    private const int Deepest = 64;
    private const string Wrapper = "state_dict";

    private readonly Dictionary<string, TorchTensor> _tensors = new(StringComparer.Ordinal);
    private int _modules;

    /// <summary>All tensors by name. Values that are no tensors are left out. A dictionary with a key
    /// <c>state_dict</c>, as training programs write, stands for that one.</summary>
    /// <exception cref="DataFileException">No dictionary and no module, a name twice, or more of anything than a model
    /// has.</exception>
    public static IReadOnlyDictionary<string, TorchTensor> Of(string path, object root)
    {
        var names = new TensorNames(path);
        names.Add(root as PickleDictionary ?? throw names.Wrong("holds neither a state dict nor a module"));
        return names._tensors;
    }

    private void Add(PickleDictionary root)
    {
        if (root.IsModule)
        {
            AddModule(root, "", depth: 0);
            return;
        }

        object? inner = root.Pairs.FirstOrDefault(pair => pair.Key is Wrapper).Value;
        foreach (var (key, value) in (inner as PickleDictionary ?? root).Pairs)
        {
            if (value is TorchTensor tensor)
            {
                AddTensor(key as string ?? throw Wrong("has a tensor whose key is no text"), tensor);
            }
        }
    }

    // Modules that a hostile file nests in themselves, or shares so that paths multiply, end at the limits.
    private void AddModule(PickleDictionary module, string prefix, int depth)
    {
        if (depth > Deepest || ++_modules > MostModules)
        {
            throw Wrong($"nests modules more than {Deepest} deep, or has more than {MostModules}");
        }

        foreach (var (key, value) in module.Pairs)
        {
            string name = prefix + (key as string ?? throw Wrong("has an attribute whose name is no text"));
            if (value is TorchTensor tensor)
            {
                AddTensor(name, tensor);
            }
            else if (value is PickleDictionary { IsModule: true } child)
            {
                AddModule(child, name + ".", depth + 1);
            }
        }
    }

    private void AddTensor(string name, TorchTensor tensor)
    {
        if (_tensors.Count == MostTensors || !_tensors.TryAdd(name, tensor))
        {
            throw Wrong($"has tensor '{PickleObjects.Printable(name)}' twice, or more than {MostTensors} tensors");
        }
    }

    private DataFileException Wrong(string problem) => new(path, $"{problem}; it is no file of plain weights.");
}
