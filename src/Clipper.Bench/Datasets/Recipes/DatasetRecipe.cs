using System.Reflection;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Clipper.Bench.Datasets.Recipes;

/// <summary>What a researcher has to know about a data set: <c>datasets/recipes/&lt;name&gt;.yaml</c>, carried in the
/// assembly.</summary>
public sealed record DatasetRecipe
{
    /// <summary>Name in configuration.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its own name.</summary>
    public string Title { get; init; } = "";

    /// <summary>What it is.</summary>
    public string Description { get; init; } = "";

    /// <summary>How to cite it.</summary>
    public string Citation { get; init; } = "";

    /// <summary>Its terms.</summary>
    public RecipeLicence Licence { get; init; } = new();

    /// <summary>Official files; empty for generated data sets.</summary>
    public IReadOnlyList<RecipeFile> Files { get; init; } = [];

    /// <summary>How to obtain it by hand.</summary>
    public string Obtain { get; init; } = "";

    /// <summary>Counts of every variant.</summary>
    public IReadOnlyDictionary<string, RecipeCounts> Expected { get; init; } = new Dictionary<string, RecipeCounts>();

    /// <summary>What else to know before using it.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The recipe of a data set, or null where there is none.</summary>
    public static DatasetRecipe? Find(string name)
    {
        using Stream? stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"recipes/{name}.yaml");
        if (stream is null)
        {
            return null;
        }

        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    /// <summary>Reads a recipe; unknown and duplicate keys are errors, tags make no types.</summary>
    /// <exception cref="YamlDotNet.Core.YamlException">The text is not a recipe.</exception>
    internal static DatasetRecipe Parse(string yaml) => new DeserializerBuilder()
        .WithNamingConvention(HyphenatedNamingConvention.Instance)
        .WithDuplicateKeyChecking()
        .WithTypeMapping<IReadOnlyList<RecipeFile>, List<RecipeFile>>()
        .WithTypeMapping<IReadOnlyList<string>, List<string>>()
        .WithTypeMapping<IReadOnlyDictionary<string, RecipeCounts>, Dictionary<string, RecipeCounts>>()
        .Build()
        .Deserialize<DatasetRecipe>(yaml);
}
