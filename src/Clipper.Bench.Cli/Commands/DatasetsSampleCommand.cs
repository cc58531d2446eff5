using System.CommandLine;
using Clipper.Bench.Datasets;
using Clipper.Bench.Datasets.Sheets;
using Clipper.Clip.Files;
using Clipper.Clip.Imaging;

namespace Clipper.Bench.Cli.Commands;

/// <summary><c>clipper datasets sample</c>: a sheet of pictures with their labels.</summary>
internal static class DatasetsSampleCommand
{
    public static CliCommand Create()
    {
        var name = new Argument<string>("NAME") { Description = "A data set of 'clipper datasets list'." };
        var sheet = SharedOptions.OutFile("The sheet, a PNG file.");
        var variant = SharedOptions.Text("--variant", "NAME", "Form of the data set; empty = the usual one.", "");
        var split = SharedOptions.Text("--split", "NAME", "Part of it; empty = the usual one.", "");
        var root = SharedOptions.Text("--root", "DIR", "Folder of the data set; empty = CLIPPER_DATA/<name>.", "");
        var count = SharedOptions.Integer("--count", "Pictures.", standard: 40, least: 1, most: 1000);
        var columns = SharedOptions.Integer("--columns", "Pictures in a row.", standard: 8, least: 1, most: 50);
        var side = SharedOptions.Integer("--side", "Pixels of a picture's side.", standard: 128, least: 32, most: 512);
        var seed = SharedOptions.Integer("--seed", "Draws which ones.", standard: 0, least: 0, most: int.MaxValue);
        return new CliCommand(
            "sample",
            "Draw a sheet of pictures with their labels, to look at.",
            "clipper datasets sample shapes --variant multi --out sheet.png")
        {
            Arguments = { name },
            Options = { sheet, variant, split, root, count, columns, side, seed },
            Execute = (parse, session) =>
            {
                var request = new DatasetRequest(
                    parse.GetRequiredValue(name), parse.GetRequiredValue(variant), parse.GetRequiredValue(root),
                    Split: parse.GetRequiredValue(split));
                using IDataset dataset = DatasetCatalog.Open(request, new DatasetOptions(Warn: session.Terminal.Warn));
                IReadOnlyList<int> samples = ContactSheet.Choose(
                    dataset, parse.GetValue(count), parse.GetValue(seed));
                using Raster picture = new ContactSheet(dataset, parse.GetValue(side), parse.GetValue(columns))
                    .Draw(samples);
                byte[] png = PngWriter.Write(picture);
                string path = parse.GetRequiredValue(sheet);
                AtomicFile.Write(path, stream => stream.Write(png));
                session.Terminal.Output.WriteLine(path);
                return ExitCodes.Done;
            },
        };
    }
}
