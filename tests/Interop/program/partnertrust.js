// The resources as a generated SDK would declare them; outputs are named so that the SDK makes a property of each.
const pulumi = require('@pulumi/pulumi');

const resource = (type, outputs) => class extends pulumi.CustomResource {
  constructor(name, args, options) {
    super(`partnertrust:index:${type}`, name, { ...Object.fromEntries(outputs.map((output) => [output, undefined])), ...args }, options);
  }
};

exports.CertificateBinding = resource('CertificateBinding', ['thumbprint', 'x5t', 'notAfter', 'state']);
exports.AuthMetadataEndpoint = resource('AuthMetadataEndpoint', ['issuer', 'fingerprint', 'keys']);
exports.PartnerApplication = resource('PartnerApplication', ['applicationIdentifier', 'issuer', 'trustedKeys']);
exports.OAuthConfiguration = resource('OAuthConfiguration', ['serviceName']);
exports.ConnectivityCheck = resource('ConnectivityCheck', ['succeeded', 'steps', 'itemId']);
