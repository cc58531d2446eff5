using System.Globalization;
using Clipper.Testing.Pictures;

namespace Clipper.Testing.Official;

/// <summary>A small UCF101: 27 actions of 12 groups of two clips; the official lists have the first six groups as test.
/// One action's files are spelt otherwise than its folder, as HandstandPushups is.</summary>
public static class Ucf101Copy
{
    /// <summary>Number of actions.</summary>
    public const int Actions = 27;

    /// <summary>Clips of an action.</summary>
    public const int Clips = 24;

    /// <summary>An action's folder.</summary>
    public static string Action(int number) => number == 7 ? "HandstandPushups"
        : string.Create(CultureInfo.InvariantCulture, $"Do{(char)('A' + number)}thing");

    /// <summary>A clip's file without its extension.</summary>
    public static string Name(int action, int clip) => string.Create(
        CultureInfo.InvariantCulture,
        $"v_{(action == 7 ? "HandStandPushups" : Action(action))}_g{(clip / 2) + 1:00}_c{(clip % 2) + 1:00}");

    /// <summary>A frame a clip, in folders whose names are words, as the reference had them.</summary>
    public static OfficialCopy Frames() => Add(
        "UCF_Images", (action, clip) => (
            $"{Action(action).Replace("Do", "Do ", StringComparison.Ordinal)}/{Name(action, clip)}.jpg",
            JpegBytes.Of(DrawnPicture.Of(action, clip, 32, 24))), Actions);

    /// <summary>Videos of a few frames, of which number ⌊n/2⌋ is the picture of the clip.</summary>
    public static OfficialCopy Videos(int actions = 2) => Add(
        "UCF-101", (action, clip) => ($"{Action(action)}/{Name(action, clip)}.avi", Video(action, clip)), actions);

    /// <summary>The picture that stands for a clip.</summary>
    public static DrawnPicture Middle(int action, int clip) => DrawnPicture.Of(action, clip, 32, 24);

    /// <summary>The official lists of the first partition.</summary>
    public static OfficialCopy Lists(int actions = Actions) => new OfficialCopy()
        .Add("ucfTrainTestlist/testlist01.txt", Lines(0, Clips / 2, actions, ""))
        .Add("ucfTrainTestlist/trainlist01.txt", Lines(Clips / 2, Clips / 2, actions, " 1"));

    private static byte[] Video(int action, int clip)
    {
        int frames = 4 + (clip % 2);
        IEnumerable<DrawnPicture> pictures = Enumerable.Range(0, frames)
            .Select(k => k == frames / 2 ? Middle(action, clip) : DrawnPicture.Of(99, k, 32, 24));
        return AviBytes.Of([.. pictures]);
    }

    private static OfficialCopy Add(string top, Func<int, int, (string Path, byte[] Bytes)> file, int actions)
    {
        var copy = new OfficialCopy();
        for (int action = 0; action < actions; action++)
        {
            for (int clip = 0; clip < Clips; clip++)
            {
                (string path, byte[] bytes) = file(action, clip);
                copy.Add($"{top}/{path}", bytes);
            }
        }

        return copy;
    }

    private static string Lines(int first, int count, int actions, string end) => string.Concat(
        from action in Enumerable.Range(0, actions)
        from clip in Enumerable.Range(first, count)
        select $"{Action(action)}/{Name(action, clip)}.avi{end}\r\n");
}
