using Clipper.Clip.Files;
using Clipper.Core.Errors;

namespace Clipper.Clip.Models.Registry;

/// <summary>Where the files of registered models lie: a folder a model.</summary>
public sealed class ModelsFolder
{
    /// <summary>Environment variable that names the folder.</summary>
    public const string Variable = "CLIPPER_MODELS";

    /// <summary>Name of the file that states a model's switches; it is written last.</summary>
    public const string ModelJsonName = Configuration.ModelJson.FileName;

    private const string Name = "models";

    /// <summary>The folder <paramref name="root"/>; where that is empty <c>CLIPPER_MODELS</c>, else <c>models</c> in
    /// the cache folder (<see cref="CacheFolder"/>).</summary>
    public ModelsFolder(string root = "")
    {
        string? named = root.Length > 0 ? root : Environment.GetEnvironmentVariable(Variable);
        Root = string.IsNullOrEmpty(named) ? Path.Combine(CacheFolder.Resolve(), Name) : Path.GetFullPath(named);
    }

    /// <summary>Its path.</summary>
    public string Root { get; }

    /// <summary>The folder of a model, whether it is there or not. An embedded one lies beside the program.</summary>
    public string PathOf(RegisteredModel model) => Path.Combine(
        model.IsEmbedded ? Path.Combine(AppContext.BaseDirectory, Name) : Root, model.Folder);

    /// <summary>Bytes of a model's files: of those to fetch or, of an embedded one, of those in its folder.</summary>
    public long SizeOf(RegisteredModel model)
    {
        var folder = new DirectoryInfo(PathOf(model));
        return !model.IsEmbedded ? model.Size : folder.Exists ? folder.EnumerateFiles().Sum(file => file.Length) : 0;
    }

    /// <summary>How much of a model is there, by names and sizes.</summary>
    public ModelPresence PresenceOf(RegisteredModel model)
    {
        string folder = PathOf(model);
        if (!Directory.Exists(folder))
        {
            return ModelPresence.Absent;
        }

        bool isWhole = model.Files.All(file => SizeOf(Path.Combine(folder, file.Name)) == file.Size)
            && (model.ModelJson is null || File.Exists(Path.Combine(folder, ModelJsonName)));
        return isWhole ? ModelPresence.Present
            : Directory.EnumerateFiles(folder).Any() ? ModelPresence.Partial
            : ModelPresence.Absent;
    }

    /// <summary>The folder of a model that is there.</summary>
    /// <exception cref="DataFileException">It has not been pulled; the message has the command.</exception>
    public string Require(RegisteredModel model)
    {
        if (PresenceOf(model) == ModelPresence.Present)
        {
            return PathOf(model);
        }

        throw new DataFileException(
            Root,
            model.IsEmbedded
                ? $"'{model.Name}' comes with the program, but {PathOf(model)} is missing; build the program anew."
                : $"'{model.Name}' is not there{Rest(model)}. Fetch it ({ByteSize.Text(model.Size)}) with: "
                    + $"clipper models pull {model.Name}");
    }

    private string Rest(RegisteredModel model) =>
        PresenceOf(model) == ModelPresence.Partial ? " as a whole: a pull was interrupted" : "";

    private static long SizeOf(string path) => File.Exists(path) ? new FileInfo(path).Length : -1;
}
