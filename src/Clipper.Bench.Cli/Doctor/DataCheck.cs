using Clipper.Bench.Cli.Output;
using Clipper.Bench.Datasets;
using Clipper.Clip.Models.Registry;

namespace Clipper.Bench.Cli.Doctor;

/// <summary>Which data sets and models lie where they are looked for.</summary>
internal static class DataCheck
{
    private const string Models = "models";

    public static void Look(Examination examination, PathPrivacy privacy)
    {
        FactList facts = examination.Topic("data");
        foreach (DatasetInfo dataset in DatasetCatalog.All.Where(IsDataSet))
        {
            facts.Add(dataset.Name, dataset.FoundAt is null
                ? privacy.IsOff ? $"not found in {dataset.Expected}" : "not found"
                : privacy.IsOff ? $"found in {dataset.FoundAt}" : "found");
        }

        string[] models = Directory.Exists(Models)
            ? [.. Directory.EnumerateFiles(Models, "*.safetensors", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Models, file)).Order(StringComparer.Ordinal)]
            : [];
        facts.Add("models", models.Length == 0 ? "none in ./models" : string.Join(", ", models));
        var folder = new ModelsFolder();
        string[] pulled =
        [
            .. ModelRegistry.Default.Models
                .Where(model => folder.PresenceOf(model) == ModelPresence.Present).Select(model => model.Name),
        ];
        facts.Add("registered_models", pulled.Length == 0 ? "none pulled" : string.Join(", ", pulled));
    }
    // csv, folder and the like are ways to bring data of one's own.
    private static bool IsDataSet(DatasetInfo dataset) =>
        dataset.IsGenerated || DatasetCatalog.Recipe(dataset.Name) is not null;
}
