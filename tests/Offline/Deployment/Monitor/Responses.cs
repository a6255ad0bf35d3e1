using Google.Protobuf.WellKnownTypes;
using PartnerTrust.Deployment.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Monitor;

/// <summary>Values for a program: wrapped as far as it said that it unwraps.</summary>
internal static class Responses
{
    public static Struct Encode(PropertyMap map, bool acceptSecrets, bool acceptReferences)
    {
        map = map.WithoutOutputs();
        if (!acceptSecrets)
        {
            map = map.WithoutSecretMarks();
        }

        return PropertyCodec.Encode(acceptReferences ? map : map.WithoutReferences());
    }
}
