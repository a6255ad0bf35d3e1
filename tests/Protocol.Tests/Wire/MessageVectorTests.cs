using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using PartnerTrust.Protocol.Messages;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Protocol.Tests.Wire;

/// <summary>The bytes that the official JavaScript stubs produce (pulumi-protocol.md 5.6).</summary>
public sealed class MessageVectorTests
{
    public static TheoryData<string, IMessage, string> Vectors => new()
    {
        { "handshake", Handshake(), "0801100118012001" },
        { "check", Check(), "0a2b0a0e0a0161120911000000000000f03f0a070a0162120208000a100a0163120b32090a0220010a031a017812060a0170120172" },
        { "diff", Diff(), "0a016120022a016132090a01611204080510013801" },
        { "create", new CreateResponse { Id = "id1", Properties = Encode("s", new SecretValue("v")) }, "0a03696431125f0a5d0a017312582a560a460a20346461626631383139333037323933393531356532326164623239383338386412221a2031623437303631323634313338633461633330643735666431656234343237300a0c0a0576616c756512031a0176" },
        { "init failed", InitFailed(), "0a0369643112100a0e0a0161120911000000000000f03f1a027231" },
        { "register", Register(), "0a05743a6d3a5212016e200130006801d2010412023001" },
        { "registered", new RegisterResourceResponse { Urn = "u", Id = "i", Object = new Struct() }, "0a01751201691a00" },
        { "update", new UpdateRequest { Id = "i", Timeout = 1.5, Preview = true }, "0a016929000000000000f83f3801" },
        { "log", new LogRequest { Severity = LogSeverity.Warning, Message = "w", Ephemeral = true }, "08021201772801" },
        { "info", new PluginInfo { Version = "1.2.3" }, "0a05312e322e33" },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_message_has_the_bytes_of_the_official_stubs(string name, IMessage message, string hex)
    {
        Assert.NotEmpty(name);
        var parsed = message.Descriptor.Parser.ParseFrom(Convert.FromHexString(hex));

        Assert.Equal(message, parsed);
        Assert.Equal(hex.Length, message.CalculateSize() * 2);
        Assert.Equal(message, message.Descriptor.Parser.ParseFrom(message.ToByteArray()));
    }

    private static ProviderHandshakeResponse Handshake() => new()
    {
        AcceptSecrets = true,
        AcceptResources = true,
        AcceptOutputs = true,
        SupportsAutonamingConfiguration = true,
    };

    private static CheckResponse Check() => new()
    {
        Inputs = PropertyCodec.Encode(
            PropertyMap.Of(("a", 1), ("b", PropertyValue.Null), ("c", PartnerTrust.Protocol.Properties.ListValue.Of([true, "x"])))),
        Failures = { new CheckFailure { Property = "p", Reason = "r" } },
    };

    private static DiffResponse Diff() => new()
    {
        Replaces = { "a" },
        Changes = DiffResponse.Types.DiffChanges.DiffSome,
        Diffs = { "a" },
        DetailedDiff = { ["a"] = new PropertyDiff { Kind = PropertyDiff.Types.Kind.UpdateReplace, InputDiff = true } },
        HasDetailedDiff = true,
    };

    private static ErrorResourceInitFailed InitFailed() => new() { Id = "id1", Properties = Encode("a", 1), Reasons = { "r1" } };

    private static RegisterResourceRequest Register() => new()
    {
        Type = "t:m:R",
        Name = "n",
        Custom = true,
        Protect = false,
        AcceptSecrets = true,
        Aliases = { new Alias { Spec = new Alias.Types.Spec { NoParent = true } } },
    };

    private static Struct Encode(string key, PropertyValue value) => PropertyCodec.Encode(PropertyMap.Of((key, value)));
}
