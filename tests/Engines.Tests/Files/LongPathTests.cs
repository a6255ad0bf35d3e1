using PartnerTrust.Engines.Files;

namespace PartnerTrust.Engines.Tests.Files;

public sealed class LongPathTests
{
    private static readonly string Deep = string.Concat(Enumerable.Repeat(@"folder\", 35));

    [Fact]
    public void A_short_path_stays_as_it_is() =>
        Assert.Equal(@"C:\Users\Ken Myer\trust\partnertrust.db", LongPath.OnWindows(@"C:\Users\Ken Myer\trust\partnertrust.db"));

    [Fact]
    public void A_long_path_is_taken_as_it_is() => Assert.Equal($@"\\?\C:\{Deep}partnertrust.db", LongPath.OnWindows($@"C:\{Deep}partnertrust.db"));

    [Fact]
    public void A_long_path_on_a_share_names_the_share() =>
        Assert.Equal($@"\\?\UNC\files01\stacks\{Deep}partnertrust.db", LongPath.OnWindows($@"\\files01\stacks\{Deep}partnertrust.db"));

    [Fact]
    public void A_path_that_says_so_already_is_not_changed() =>
        Assert.Equal($@"\\?\C:\{Deep}partnertrust.db", LongPath.OnWindows($@"\\?\C:\{Deep}partnertrust.db"));

    [Theory]
    [InlineData(247, false)]
    [InlineData(248, true)]
    public void Room_is_left_for_what_SQLite_adds_to_the_name(int length, bool isLengthened) =>
        Assert.Equal(isLengthened, LongPath.OnWindows(@"C:\".PadRight(length, 'x')).StartsWith(@"\\?\", StringComparison.Ordinal));
}
