namespace Clipper.Testing.Pictures;

/// <summary>A picture drawn from two numbers: pictures of one kind look alike, their numbers make them
/// differ.</summary>
/// <param name="Width">Pixels of a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Channels">1 grey, 3 red, green and blue.</param>
/// <param name="Pixels">Row by row, channels together.</param>
public sealed record DrawnPicture(int Width, int Height, int Channels, byte[] Pixels)
{
    /// <summary>Draws number <paramref name="number"/> of kind <paramref name="kind"/>: rings around a place on
    /// stripes, with colours, width and direction of the kind, place and noise of the number.</summary>
    public static DrawnPicture Of(int kind, int number, int width = 40, int height = 32, int channels = 3)
    {
        byte[] pixels = new byte[width * height * channels];
        uint noise = Mix((uint)((kind * 7919) + number));
        double centreX = width * (0.35 + (0.3 * (noise % 97) / 97));
        double centreY = height * (0.35 + (0.3 * (noise / 97 % 89) / 89));
        double angle = kind * 2.399963;
        for (int i = 0; i < pixels.Length; i++)
        {
            int x = i / channels % width;
            int y = i / channels / width;
            double ring = Math.Sqrt(((x - centreX) * (x - centreX)) + ((y - centreY) * (y - centreY)));
            bool isRing = ring < Math.Min(width, height) / 3.0 && (int)ring % (2 + (kind % 3)) == 0;
            double stripe = Math.Sin(((x * Math.Cos(angle)) + (y * Math.Sin(angle))) * (0.3 + (0.1 * (kind % 5))));
            noise = Mix(noise + (uint)i);
            int value = Tone(kind, i % channels) + (int)(40 * stripe) + (isRing ? 70 : 0) + (int)(noise % 24) - 12;
            pixels[i] = (byte)Math.Clamp(value, 0, 255);
        }

        return new(width, height, channels, pixels);
    }

    private static int Tone(int kind, int channel) => 60 + (int)(Mix((uint)((kind * 3) + channel + 1)) % 120);

    private static uint Mix(uint value)
    {
        value = (value ^ (value >> 16)) * 0x7feb352d;
        value = (value ^ (value >> 15)) * 0x846ca68b;
        return value ^ (value >> 16);
    }
}
