using System.Collections.Immutable;
using PartnerTrust.Protocol.Properties;

namespace PartnerTrust.Deployment.Registrations;

internal sealed record ConstructResult(string Urn, PropertyMap State, ImmutableDictionary<string, ImmutableArray<string>> Dependencies);
