using PartnerTrust.Trust.Validation;

namespace PartnerTrust.Trust.Tests.Validation;

internal static class Refused
{
    /// <summary>Refused by exactly this stage with this number, and everything a reader needs is said.</summary>
    public static void By(string stage, string code, TokenValidation validation, string? diagnostics = null)
    {
        Assert.Equal((stage, code), (validation.Steps[^1].Name, validation.Refusal?.Code));
        Assert.False(validation.Accepted);
        Assert.All(validation.Steps[..^1], step => Assert.True(step.Succeeded));
        Assert.NotEmpty(validation.Refusal!.Found);
        Assert.NotEmpty(validation.Refusal.Expected);
        Assert.NotEmpty(validation.Refusal.Cause);
        Assert.NotEmpty(validation.Refusal.Remedy);
        Assert.Equal(diagnostics, validation.Diagnostics);
    }
}
