namespace PartnerTrust.Reports.Picture;

/// <summary>How large things are drawn. Few servers have room for what their directions give; of many only the verdicts are told.</summary>
/// <param name="BoxWidth">Of a server.</param>
/// <param name="Gap">Between two servers, for the arrows and what stands on them.</param>
/// <param name="NameSize">Font of names.</param>
/// <param name="TextSize">Font of all else.</param>
/// <param name="Columns">Groups side by side.</param>
/// <param name="PartnersTogether">Most partners beside one box of a server; more of them get another.</param>
/// <param name="IsWhole">Whether all is told.</param>
internal sealed record PictureScale(
    double BoxWidth, double Gap, double NameSize, double TextSize, int Columns, int PartnersTogether, bool IsWhole)
{
    /// <summary>Up to so many servers are few.</summary>
    private const int Few = 12;

    public const double Padding = 10;
    public const double RowGap = 18;
    public const double ColumnGap = 36;

    private static readonly PictureScale Whole = new(250, 310, 13, 12, 1, int.MaxValue, true);
    private static readonly PictureScale Small = new(224, 108, 12, 11, 2, 10, false);

    public double GroupWidth => BoxWidth + Gap + BoxWidth;

    public double Width => (Columns * GroupWidth) + ((Columns - 1) * ColumnGap);

    public static PictureScale For(int servers) => servers <= Few ? Whole : Small;
}
