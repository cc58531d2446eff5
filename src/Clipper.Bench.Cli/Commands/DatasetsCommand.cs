using System.CommandLine;
using Clipper.Bench.Cli.Output;
using Clipper.Bench.Datasets;
using Clipper.Bench.Datasets.Recipes;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper datasets list|info</c>.</summary>
internal static class DatasetsCommand
{
    public static CliCommand Create() => new("datasets", "List data sets and look into them.", "clipper datasets list")
    {
        Subcommands = { List(), Info() },
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
        var root = SharedOptions.Text("--root", "DIR", "Folder of the data set; empty = CLIPPER_DATA/<name>.", "");
        var json = SharedOptions.Json();
        return new CliCommand(
            "info",
            "Say what a data set is, how to obtain it and, where it is there, what is in it.",
            "clipper datasets info omniglot --variant evaluation")
        {
            Arguments = { name },
            Options = { variant, root, json },
            Execute = (parse, session) =>
            {
                var request = new DatasetRequest(
                    parse.GetRequiredValue(name), parse.GetRequiredValue(variant), parse.GetRequiredValue(root));
                FactList facts = Describe(request, session.Terminal);
                facts.Print(session.Terminal, parse.GetValue(json));
                return ExitCodes.Done;
            },
        };
    }

    private static FactList Describe(DatasetRequest request, Terminal terminal)
    {
        DatasetRecipe? recipe = DatasetCatalog.Recipe(request.Name);
        FactList facts = new FactList().Add("name", request.Name);
        if (recipe is not null)
        {
            facts.Add("title", recipe.Title)
                .Add("description", recipe.Description)
                .Add("citation", recipe.Citation)
                .Add("licence", recipe.Licence.Name)
                .Add("obtain", recipe.Obtain);
        }

        bool isThere = DatasetCatalog.All.Single(info => info.Name == request.Name).FoundAt is not null;
        if (isThere || request.Root.Length > 0 || recipe is null)
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

    private static void PrintTable(IReadOnlyList<DatasetInfo> datasets, Terminal terminal)
    {
        var table = new TextTable("name", "variants", "labels", "found at", "description");
        foreach (DatasetInfo info in datasets)
        {
            table.Row(
                info.Name,
                string.Join(", ", info.Variants),
                info.IsMultiLabel ? "multi" : "single",
                info.FoundAt ?? $"not found; looked for {info.Expected}",
                info.Description);
        }

        table.Print(terminal);
    }

    private static void PrintJson(IReadOnlyList<DatasetInfo> datasets, Terminal terminal) =>
        JsonOutput.Print(terminal, json =>
        {
            json.WriteStartArray();
            foreach (DatasetInfo info in datasets)
            {
                json.WriteStartObject();
                json.WriteString("name", info.Name);
                json.WriteString("description", info.Description);
                json.WriteStrings("variants", info.Variants);
                json.WriteBoolean("multi_label", info.IsMultiLabel);
                json.WriteString("found_at", info.FoundAt);
                json.WriteString("expected", info.Expected);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
}
