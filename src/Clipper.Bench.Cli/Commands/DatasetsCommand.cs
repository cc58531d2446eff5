using System.CommandLine;
using System.Globalization;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Datasets;
using Clipper.Bench.Datasets.Recipes;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper datasets</c>: <c>list</c>, <c>info</c>, <c>prepare</c>, <c>verify</c> and
/// <c>sample</c>.</summary>
internal static class DatasetsCommand
{
    public static CliCommand Create() => new(
        "datasets", "List data sets, prepare, check and look into them.", "clipper datasets list")
    {
        Subcommands =
        {
            List(), Info(), DatasetsPrepareCommand.Create(), DatasetsVerifyCommand.Create(),
            DatasetsSampleCommand.Create(),
        },
    };

    private static CliCommand List()
    {
        var json = SharedOptions.Json();
        return new CliCommand("list", "List the data sets and where they were found.", "clipper datasets list --json")
        {
            Options = { json },
            Execute = (parse, session) =>
            {
                if (parse.GetValue(json))
                {
                    PrintJson(DatasetCatalog.All, session.Terminal);
                }
                else
                {
                    PrintTable(DatasetCatalog.All, session.Terminal);
                }

                return ExitCodes.Done;
            },
        };
    }

    private static CliCommand Info()
    {
        var name = new Argument<string>("NAME") { Description = "A data set of 'clipper datasets list'." };
        var variant = SharedOptions.Text("--variant", "NAME", "Split or form; empty = the usual one.", "");
        var split = SharedOptions.Text("--split", "NAME", "Part of it; empty = the usual one.", "");
        var root = SharedOptions.Text("--root", "DIR", "Folder of the data set; empty = CLIPPER_DATA/<name>.", "");
        var json = SharedOptions.Json();
        return new CliCommand(
            "info",
            "Say what a data set is, how to obtain it and, where it is there, what is in it.",
            "clipper datasets info omniglot --variant evaluation")
        {
            Arguments = { name },
            Options = { variant, split, root, json },
            Execute = (parse, session) =>
            {
                var request = new DatasetRequest(
                    parse.GetRequiredValue(name), parse.GetRequiredValue(variant), parse.GetRequiredValue(root),
                    Split: parse.GetRequiredValue(split));
                FactList facts = Describe(request, session.Terminal);
                facts.Print(session.Terminal, parse.GetValue(json));
                return ExitCodes.Done;
            },
        };
    }

    private static FactList Describe(DatasetRequest request, Terminal terminal)
    {
        DatasetRecipe? recipe = DatasetCatalog.Recipe(request.Name);
        DatasetInfo info = DatasetCatalog.All.Single(d => d.Name == request.Name);
        FactList facts = new FactList().Add("name", request.Name);
        if (recipe is not null)
        {
            facts.Add("title", recipe.Title)
                .Add("description", recipe.Description)
                .Add("citation", recipe.Citation)
                .Add("licence", recipe.Licence.Name)
                .Add("redistribution", recipe.Licence.Redistribution)
                .Add("files", [.. recipe.Files.Select(TextOf)])
                .Add("obtain", recipe.Obtain)
                .Add("notes", recipe.Notes);
        }

        facts.Add("variants", info.Variants).Add("splits", info.Splits);

        if (info.FoundAt is not null || request.Root.Length > 0 || recipe is null)
        {
            using IDataset dataset = DatasetCatalog.Open(request, new DatasetOptions(Warn: terminal.Warn));
            AddContent(facts, dataset);
        }
        else
        {
            terminal.Note($"{request.Name} is not there; --root names another place");
        }

        return facts;
    }

    private static void AddContent(FactList facts, IDataset dataset)
    {
        int[] counts = new int[dataset.Classes.Count];
        foreach (int label in dataset.Samples.SelectMany(sample => sample.Labels))
        {
            counts[label]++;
        }

        facts.Add("variant", dataset.Variant)
            .Add("multi_label", dataset.IsMultiLabel)
            .Add("samples", dataset.Samples.Count)
            .Add("classes", dataset.Classes.Count)
            .Add("fewest_samples_of_a_class", counts.DefaultIfEmpty().Min())
            .Add("most_samples_of_a_class", counts.DefaultIfEmpty().Max())
            .Add("first_classes", [.. dataset.Classes.Take(5)])
            .Add("manifest_sha256", dataset.ManifestHash);
    }

    private static string TextOf(RecipeFile file)
    {
        string size = file.Size is { } bytes ? string.Create(CultureInfo.InvariantCulture, $" {bytes} bytes") : "";
        string hash = file.Sha256 is null ? "" : $" sha256 {file.Sha256}";
        return $"{file.Name}{size}{hash}";
    }

    private static void PrintTable(IReadOnlyList<DatasetInfo> datasets, Terminal terminal)
    {
        var table = new TextTable("name", "kind", ">classes", ">images", "found at", "description");
        foreach (DatasetInfo info in datasets)
        {
            RecipeCounts? counts = CountsOf(info);
            table.Row(
                info.Name,
                KindOf(info),
                counts?.Classes.ToString(CultureInfo.InvariantCulture) ?? "your own",
                counts?.Images.ToString(CultureInfo.InvariantCulture) ?? "",
                PlaceOf(info),
                info.Description);
        }

        table.Print(terminal);
    }

    private static string KindOf(DatasetInfo info) =>
        (info.IsMultiLabel ? "multi-label" : "single-label") + (info.IsGenerated ? ", drawn" : "");

    private static string PlaceOf(DatasetInfo info) =>
        info.IsGenerated ? "drawn" : info.FoundAt ?? $"not found; looked for {info.Expected}";

    // Those of the official set in its usual part: counting what is there would mean opening every data set.
    private static RecipeCounts? CountsOf(DatasetInfo info) =>
        DatasetCatalog.Expected(info.Name, DatasetCatalog.UsualPart(info.Name));

    private static void PrintJson(IReadOnlyList<DatasetInfo> datasets, Terminal terminal) =>
        JsonOutput.Print(terminal, json =>
        {
            json.WriteStartArray();
            foreach (DatasetInfo info in datasets)
            {
                RecipeCounts? counts = CountsOf(info);
                json.WriteStartObject();
                json.WriteString("name", info.Name);
                json.WriteString("description", info.Description);
                json.WriteStrings("variants", info.Variants);
                json.WriteStrings("splits", info.Splits);
                json.WriteBoolean("multi_label", info.IsMultiLabel);
                json.WriteFinite("classes", counts?.Classes);
                json.WriteFinite("images", counts?.Images);
                json.WriteString("found_at", info.FoundAt);
                json.WriteString("expected", info.Expected);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
}
