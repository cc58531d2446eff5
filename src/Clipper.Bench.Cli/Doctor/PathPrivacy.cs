namespace Clipper.Bench.Cli.Doctor;

/// <summary>Keeps the user's folders out of a page that is meant for an issue.</summary>
/// <param name="IsOff">Whether paths may be shown (--paths).</param>
internal sealed record PathPrivacy(bool IsOff)
{
    /// <summary>A path, or what may be said of it.</summary>
    public string Show(string path) => IsOff ? path : Directory.Exists(path) ? "there" : "not there yet";

    /// <summary>A text without the home folder and the working folder.</summary>
    public string Clean(string text)
    {
        if (IsOff)
        {
            return text;
        }

        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string cleaned = text.Replace(Environment.CurrentDirectory, ".", StringComparison.Ordinal);
        return home.Length > 1 ? cleaned.Replace(home, "~", StringComparison.Ordinal) : cleaned;
    }
}
