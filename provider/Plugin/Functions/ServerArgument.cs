using PartnerTrust.Plugin.Framework;
using PartnerTrust.Plugin.Values;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Plugin.Functions;

/// <summary>The argument of functions that ask about one server.</summary>
internal static class ServerArgument
{
    public static Input<string> In(PropertyMap arguments) => new InputReader(arguments).Text(Identity.Server);
}
