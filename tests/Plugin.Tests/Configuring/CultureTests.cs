using System.Globalization;

namespace PartnerTrust.Plugin.Tests.Configuring;

public sealed class CultureTests
{
    [Fact]
    public void The_culture_is_the_one_that_is_asked_for()
    {
        Assert.Equal(AskedCulture.Name ?? "", CultureInfo.CurrentCulture.Name);
        Assert.Equal(AskedCulture.Name == "tr-TR" ? 'İ' : 'I', char.ToUpper('i', CultureInfo.CurrentCulture));
    }
}
