using static PartnerTrust.Plugin.Tests.Remedies.RemedyProgram;

namespace PartnerTrust.Plugin.Tests.Remedies;

internal static partial class RemedyTable
{
    private static IEnumerable<Remedy> Certificates =>
    [
        new("PT2003", "2048")
        {
            Wrong = Healthy.With("lyncCertificate", $$"""{ server: {{Lync}}, source: { generate: { keySize: 1024 } } }"""),
            Right = Healthy.With("lyncCertificate", $$"""{ server: {{Lync}}, source: { generate: { keySize: 2048 } } }"""),
        },
        new("PT5084", "", RemedyCommand.Status)
        {
            Before = Healthy,
            Damage = stack => stack.LabAsync("status"),
        },
    ];
}
